package dev.lifeline.store.sql;

import dev.lifeline.access.ClientAddress;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.LinkAttempt;
import dev.lifeline.access.LinkToken;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.sql.LinkAttemptCounts.Count;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Link tokens as rows under the hash of their ids. Every step is one update that names the state it starts from, so it happens once. */
public final class SqlLinkTokens implements LinkTokens {

    private static final String USABLE = """
            token_hash = :tokenHash and attempts < :maxAttempts and expires_at > :now
            and verified_cloud_user_id is null and used_at is null
            """;

    private final Transactions transactions;
    private final InstantSource clock;
    private final SignedTokens signedTokens = new SignedTokens();
    private final LinkAttemptCounts attemptCounts;
    private volatile @Nullable String signingKey;

    public SqlLinkTokens(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.attemptCounts = new LinkAttemptCounts(clock);
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
    public LinkAttempt consumeAttempt(String token, ClientAddress address) {
        return tokenHash(token)
                .map(hash -> transactions.inTransaction(handle -> consumeAttempt(handle, hash, address)))
                .orElseGet(LinkAttempt.TokenExhausted::new);
    }

    /** The person is counted before the address, and the address before the token: replicas lock in one order. */
    private LinkAttempt consumeAttempt(Handle handle, String hash, ClientAddress address) {
        Optional<String> person = usablePerson(handle, hash);
        if (person.isEmpty()) return new LinkAttempt.TokenExhausted();
        Count byPerson = attemptCounts.add(handle, "person:" + person.get());
        if (byPerson.attempts() > LinkAttempt.MAX_PER_PERSON)
            return limited(LinkAttempt.Limit.PERSON, byPerson, LinkAttempt.MAX_PER_PERSON);
        Count byAddress = attemptCounts.add(handle, "address:" + address.text());
        if (byAddress.attempts() > LinkAttempt.MAX_PER_ADDRESS && byPerson.attempts() > 1)
            return limited(LinkAttempt.Limit.ADDRESS, byAddress, LinkAttempt.MAX_PER_ADDRESS);
        return countByToken(handle, hash);
    }

    private static LinkAttempt limited(LinkAttempt.Limit limit, Count count, int allowed) {
        return new LinkAttempt.Limited(limit, count.windowEnd(), count.attempts() == allowed + 1L);
    }

    private Optional<String> usablePerson(Handle handle, String hash) {
        return handle.createQuery("select slack_user_id from link_tokens where " + USABLE)
                .bind("tokenHash", hash)
                .bind("now", clock.millis())
                .bind("maxAttempts", LinkAttempt.MAX_PER_TOKEN)
                .mapTo(String.class)
                .findOne();
    }

    private LinkAttempt countByToken(Handle handle, String hash) {
        int updated = handle.createUpdate("update link_tokens set attempts = attempts + 1 where " + USABLE)
                .bind("tokenHash", hash)
                .bind("now", clock.millis())
                .bind("maxAttempts", LinkAttempt.MAX_PER_TOKEN)
                .execute();
        return updated == 1 ? new LinkAttempt.Accepted(remaining(handle, hash)) : new LinkAttempt.TokenExhausted();
    }

    private static int remaining(Handle handle, String hash) {
        return LinkAttempt.MAX_PER_TOKEN
                - handle.createQuery("select attempts from link_tokens where token_hash = :tokenHash")
                        .bind("tokenHash", hash)
                        .mapTo(Integer.class)
                        .one();
    }

    @Override
    public Optional<String> markVerified(String token, CloudUserId user) {
        String confirmation = signedTokens.random();
        boolean first = updateIfInState(
                token,
                """
                update link_tokens set verified_cloud_user_id = :cloudUserId, verified_account = :account,
                  confirmation_hash = :confirmationHash
                where token_hash = :tokenHash and expires_at > :now and verified_cloud_user_id is null and used_at is null
                """,
                update -> update.bind("cloudUserId", user.value())
                        .bind("account", user.namedAccount().map(AccountName::value))
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
        if (!SignedTokens.mayBeToken(token)) return Optional.empty();
        return signingKey().flatMap(key -> signedTokens.verify(key, token)).map(SignedTokens::hash);
    }

    /** The key never changes once it is made, so that a forged token costs no read of the database. */
    private Optional<String> signingKey() {
        String known = signingKey;
        if (known != null) return Optional.of(known);
        Optional<String> stored = transactions.read(SqlLinkTokens::findSigningKey);
        stored.ifPresent(key -> signingKey = key);
        return stored;
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
        Optional<CloudUserId> user = row.wasNull()
                ? Optional.empty()
                : Optional.of(new CloudUserId(
                        verified,
                        Optional.ofNullable(row.getString("verified_account")).map(AccountName::new)));
        row.getLong("used_at");
        boolean used = !row.wasNull();
        return new LinkToken(
                new SlackUserId(row.getString("slack_user_id")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                user,
                used);
    }
}
