package dev.lifeline.store;

import dev.lifeline.command.Replays;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Signatures as rows, so that a copy is known on every replica. Those that arrive together share a commit. */
final class SqlReplays implements Replays {

    private static final String REMEMBER =
            "insert into replays (signature, seen_at) values (:signature, :now) on conflict (signature) do nothing";

    private final Transactions transactions;
    private final InstantSource clock;
    private final SharedCommit<String, Boolean> commit = new SharedCommit<>(this::rememberAll);

    SqlReplays(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean first(String signature) {
        return commit.add(signature);
    }

    private List<Boolean> rememberAll(List<String> signatures) {
        return transactions.answerFirst(handle -> {
            PreparedBatch batch = handle.prepareBatch(REMEMBER);
            for (String signature : signatures)
                batch.bind("signature", signature).bind("now", clock.millis()).add();
            List<Boolean> first = new ArrayList<>();
            for (int rows : batch.execute()) first.add(rows == 1);
            return first;
        });
    }

    @Override
    public void forget(String signature) {
        transactions.write(handle -> handle.execute("delete from replays where signature = ?", signature));
    }
}
