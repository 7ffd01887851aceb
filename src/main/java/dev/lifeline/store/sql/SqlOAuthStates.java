package dev.lifeline.store.sql;

import dev.lifeline.slack.port.OAuthStates;
import dev.lifeline.store.database.Transactions;
import java.time.Instant;
import java.time.InstantSource;

/** States of installations under way as rows; the one who deletes a row has used the state up. */
public final class SqlOAuthStates implements OAuthStates {

    /** Anybody can begin an installation; this many take no noticeable room. */
    private static final int MAX_STATES = 10_000;

    private static final String INSERT = """
            insert into oauth_states (state_hash, browser_hash, expires_at)
            select :stateHash, :browserHash, :expiresAt where (select count(*) from oauth_states where expires_at > :now) < :max
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    public SqlOAuthStates(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean add(String stateHash, String browserHash, Instant expiresAt) {
        return transactions.inTransaction(handle -> {
            handle.execute("delete from oauth_states where expires_at <= ?", clock.millis());
            return handle.createUpdate(INSERT)
                            .bind("stateHash", stateHash)
                            .bind("browserHash", browserHash)
                            .bind("expiresAt", expiresAt.toEpochMilli())
                            .bind("now", clock.millis())
                            .bind("max", MAX_STATES)
                            .execute()
                    == 1;
        });
    }

    @Override
    public boolean consume(String stateHash, String browserHash) {
        return transactions.inTransaction(handle -> handle.execute(
                        "delete from oauth_states where state_hash = ? and browser_hash = ? and expires_at > ?",
                        stateHash,
                        browserHash,
                        clock.millis())
                == 1);
    }
}
