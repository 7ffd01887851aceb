package dev.lifeline.store.sql;

import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.store.database.GroupCommit;
import dev.lifeline.store.database.Transactions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Seen signatures as rows, so that every replica recognises a copy. Those that arrive during a commit share the next one. */
public final class SqlSeenSignatures implements SeenSignatures {

    private static final String INSERT =
            "insert into seen_signatures (signature, seen_at) values (:signature, :now) on conflict (signature) do nothing";

    private final Transactions transactions;
    private final InstantSource clock;
    private final GroupCommit<String, Boolean> groupCommit = new GroupCommit<>(this::insertAll);

    public SqlSeenSignatures(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean markSeen(String signature) {
        return groupCommit.add(signature);
    }

    private List<Boolean> insertAll(List<String> signatures) {
        return transactions.inUrgentTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (String signature : signatures)
                batch.bind("signature", signature).bind("now", clock.millis()).add();
            List<Boolean> inserted = new ArrayList<>();
            for (int rows : batch.execute()) inserted.add(rows == 1);
            return inserted;
        });
    }

    @Override
    public void forget(String signature) {
        transactions.write(handle -> handle.execute("delete from seen_signatures where signature = ?", signature));
    }
}
