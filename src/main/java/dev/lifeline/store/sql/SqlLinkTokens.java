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

/** Link tokens as rows under the hash of their ids. Every step is one update that names the state it starts from, so it happens once. */
public final class SqlLinkTokens implements LinkTokens {

    private final Transactions transactions;
    private final InstantSource clock;
    private final SignedTokens signedTokens = new SignedTokens();

    public SqlLinkTokens(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String issue(SlackUserId user, Instant expiresAt) {
        String id = signedTokens.random();
        return transactions.inTransaction(handle -> {
            handle.execute("delete from link_tokens where slack_user_id = ?", user.value());
            handle.execute(
                    "insert into link_tokens (token_hash, slack_user_id, expires_at) values (?, ?, ?)",
                    SignedTokens.hash(id),
                    user.value(),
                    expiresAt.toEpochMilli());
            return signedTokens.sign(getOrCreateSigningKey(handle), id);
        });
    }

    @Override
    public Optional<LinkToken> find(String token) {
        return tokenHash(token)
                .flatMap(hash -> transactions.read(
                        handle -> handle.createQuery("select * from link_tokens where token_hash = :tokenHash")
                                .bind("tokenHash", hash)
                                .map((row, context) -> toLinkToken(row))
                                .findOne()));
    }

    @Override
    public boolean consumeAttempt(String token) {
        return updateIfInState(token, """
                update link_tokens set attempts = attempts + 1
                where token_hash = :tokenHash and attempts < :maxAttempts and expires_at > :now
                  and verified_cloud_user_id is null and used_at is null
                """, update -> update.bind("maxAttempts", MAX_ATTEMPTS));
    }

    @Override
    public Optional<String> markVerified(String token, CloudUserId user) {
        String confirmation = signedTokens.random();
        boolean first = updateIfInState(
                token,
                """
                update link_tokens set verified_cloud_user_id = :cloudUserId, confirmation_hash = :confirmationHash
                where token_hash = :tokenHash and expires_at > :now and verified_cloud_user_id is null and used_at is null
                """,
                update -> update.bind("cloudUserId", user.value())
                        .bind("confirmationHash", SignedTokens.hash(confirmation)));
        return first ? Optional.of(confirmation) : Optional.empty();
    }

    @Override
    public boolean confirm(String token, String confirmation) {
        return updateIfInState(token, """
                update link_tokens set used_at = :now, confirmation_hash = null
                where token_hash = :tokenHash and confirmation_hash = :confirmationHash and expires_at > :now and used_at is null
                """, update -> update.bind("confirmationHash", SignedTokens.hash(confirmation)));
    }

    /** Updates the token of a valid signature; false when it was not in the state that the update names. */
    private boolean updateIfInState(String token, String sql, UnaryOperator<Update> binding) {
        Optional<String> hash = tokenHash(token);
        if (hash.isEmpty()) return false;
        return 1
                == transactions.inTransaction(handle -> binding.apply(handle.createUpdate(sql)
                                .bind("tokenHash", hash.get())
                                .bind("now", clock.millis()))
                        .execute());
    }

    private Optional<String> tokenHash(String token) {
        return transactions
                .read(SqlLinkTokens::findSigningKey)
                .flatMap(key -> signedTokens.verify(key, token))
                .map(SignedTokens::hash);
    }

    private String getOrCreateSigningKey(Handle handle) {
        handle.execute(
                "insert into token_signing_key (id, secret) values (1, ?) on conflict (id) do nothing",
                signedTokens.random());
        return findSigningKey(handle).orElseThrow();
    }

    private static Optional<String> findSigningKey(Handle handle) {
        return handle.createQuery("select secret from token_signing_key where id = 1")
                .mapTo(String.class)
                .findOne();
    }

    private static LinkToken toLinkToken(ResultSet row) throws SQLException {
        long verified = row.getLong("verified_cloud_user_id");
        Optional<CloudUserId> user = row.wasNull() ? Optional.empty() : Optional.of(new CloudUserId(verified));
        row.getLong("used_at");
        boolean used = !row.wasNull();
        return new LinkToken(
                new SlackUserId(row.getString("slack_user_id")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                user,
                used);
    }
}
