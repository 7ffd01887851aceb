package dev.lifeline.store.sql;

import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.store.database.Pending;
import dev.lifeline.store.database.Transactions;
import java.time.InstantSource;

/** Seen signatures as rows, so that every replica recognises a copy. Each shares the commit of the interaction that follows. */
public final class SqlSeenSignatures implements SeenSignatures {

    private static final String INSERT =
            "insert into seen_signatures (signature, seen_at) values (:signature, :now) on conflict (signature) do nothing";

    private final Transactions transactions;
    private final InstantSource clock;

    public SqlSeenSignatures(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Mark mark(String signature) {
        Pending<Boolean> first = transactions.prepareInGroup(() -> insert(signature));
        return () -> !first.get();
    }

    private boolean insert(String signature) {
        return transactions.inTransaction(handle -> handle.createUpdate(INSERT)
                        .bind("signature", signature)
                        .bind("now", clock.millis())
                        .execute()
                == 1);
    }

    @Override
    public void forget(String signature) {
        transactions.inGroupLater(() -> transactions.inTransaction(
                handle -> handle.execute("delete from seen_signatures where signature = ?", signature)));
    }
}
