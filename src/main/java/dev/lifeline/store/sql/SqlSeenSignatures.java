package dev.lifeline.store.sql;

import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.store.database.Transactions;
import java.time.InstantSource;

/** Seen signatures as rows, so that every replica recognises a copy. Those that arrive during a commit share the next one. */
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
    public boolean markSeen(String signature) {
        return transactions.inUrgentGroup(() -> transactions.inTransaction(handle -> handle.createUpdate(INSERT)
                        .bind("signature", signature)
                        .bind("now", clock.millis())
                        .execute()
                == 1));
    }

    @Override
    public void forget(String signature) {
        transactions.write(handle -> handle.execute("delete from seen_signatures where signature = ?", signature));
    }
}
