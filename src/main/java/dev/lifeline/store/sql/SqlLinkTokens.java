package dev.lifeline.store.sql;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.LinkToken;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.store.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Tickets as rows under the hash of their codes. Every step is one update that names the state it starts from. */
public final class SqlLinkTokens implements LinkTokens {

    private final Transactions transactions;
    private final InstantSource clock;
    private final SignedTokens signedTokens = new SignedTokens();

    public SqlLinkTokens(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String issue(SlackUserId person, Instant until) {
        String id = signedTokens.random();
        return transactions.inTransaction(handle -> {
            handle.execute("delete from link_tokens where slack_user_id = ?", person.value());
            handle.execute(
                    "insert into link_tokens (token_hash, slack_user_id, expires_at) values (?, ?, ?)",
                    SignedTokens.hash(id),
                    person.value(),
                    until.toEpochMilli());
            return signedTokens.sign(getOrCreateSigningKey(handle), id);
        });
    }

    @Override
    public Optional<LinkToken> find(String code) {
        return tokenHash(code)
                .flatMap(ticket ->
                        transactions.read(handle -> handle.createQuery("select * from link_tokens where token_hash = :tokenHash")
                                .bind("tokenHash", ticket)
                                .map((found, context) -> toLinkToken(found))
                                .findOne()));
    }

    @Override
    public boolean consumeAttempt(String code) {
        return updateIfInState(code, """
                update link_tokens set attempts = attempts + 1
                where token_hash = :tokenHash and attempts < :maxAttempts and expires_at > :now and verified_cloud_user_id is null and used_at is null
                """, update -> update.bind("maxAttempts", MAX_ATTEMPTS));
    }

    @Override
    public Optional<String> markVerified(String code, CloudUserId user) {
        String confirmation = signedTokens.random();
        boolean first = updateIfInState(
                code,
                """
                update link_tokens set verified_cloud_user_id = :cloudUserId, confirmation_hash = :confirmationHash
                where token_hash = :tokenHash and expires_at > :now and verified_cloud_user_id is null and used_at is null
                """,
                update -> update.bind("cloudUserId", user.value()).bind("confirmationHash", SignedTokens.hash(confirmation)));
        return first ? Optional.of(confirmation) : Optional.empty();
    }

    @Override
    public boolean confirm(String code, String confirmation) {
        return updateIfInState(code, """
                update link_tokens set used_at = :now, confirmation_hash = null
                where token_hash = :tokenHash and confirmation_hash = :confirmationHash and expires_at > :now and used_at is null
                """, update -> update.bind("confirmationHash", SignedTokens.hash(confirmation)));
    }

    /** Whether the ticket was where the step starts from. */
    private boolean updateIfInState(String code, String sql, UnaryOperator<Update> filled) {
        Optional<String> ticket = tokenHash(code);
        if (ticket.isEmpty()) return false;
        return 1
                == transactions.inTransaction(handle -> filled.apply(handle.createUpdate(sql)
                                .bind("tokenHash", ticket.get())
                                .bind("now", clock.millis()))
                        .execute());
    }

    private Optional<String> tokenHash(String code) {
        return transactions
                .read(SqlLinkTokens::findSigningKey)
                .flatMap(key -> signedTokens.verify(key, code))
                .map(SignedTokens::hash);
    }

    private String getOrCreateSigningKey(Handle handle) {
        handle.execute(
                "insert into token_signing_key (id, secret) values (1, ?) on conflict (id) do nothing", signedTokens.random());
        return findSigningKey(handle).orElseThrow();
    }

    private static Optional<String> findSigningKey(Handle handle) {
        return handle.createQuery("select secret from token_signing_key where id = 1")
                .mapTo(String.class)
                .findOne();
    }

    private static LinkToken toLinkToken(ResultSet row) throws SQLException {
        long proved = row.getLong("verified_cloud_user_id");
        Optional<CloudUserId> user = row.wasNull() ? Optional.empty() : Optional.of(new CloudUserId(proved));
        row.getLong("used_at");
        boolean used = !row.wasNull();
        return new LinkToken(
                new SlackUserId(row.getString("slack_user_id")), Instant.ofEpochMilli(row.getLong("expires_at")), user, used);
    }
}
