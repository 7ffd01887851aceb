package dev.lifeline.store.sql;

import dev.lifeline.slack.port.Installation;
import dev.lifeline.slack.port.Installation.EncryptedTokens;
import dev.lifeline.slack.port.Installation.State;
import dev.lifeline.slack.port.Installation.Workspace;
import dev.lifeline.slack.port.Installations;
import dev.lifeline.store.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Installations as rows, one for each workspace; what changes a row names the version that it was read with. */
public final class SqlInstallations implements Installations {

    private static final String UPSERT = """
            insert into slack_installations (team_id, team_name, enterprise_id, app_id, bot_user_id, scopes, key_id,
              sealed_tokens, expires_at, state, version, renewal_until)
            values (:teamId, :teamName, :enterpriseId, :appId, :botUserId, :scopes, :keyId, :sealed, :expiresAt, :state, 1, 0)
            on conflict (team_id) do update set team_name = excluded.team_name, enterprise_id = excluded.enterprise_id,
              app_id = excluded.app_id, bot_user_id = excluded.bot_user_id, scopes = excluded.scopes,
              key_id = excluded.key_id, sealed_tokens = excluded.sealed_tokens, expires_at = excluded.expires_at,
              state = excluded.state, version = slack_installations.version + 1, renewal_until = 0
            """;

    private static final String OF_VERSION = " where team_id = :teamId and version = :version";

    private final Transactions transactions;
    private final InstantSource clock;

    public SqlInstallations(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Installation> find(String teamId) {
        return transactions.read(
                handle -> handle.createQuery("select * from slack_installations where team_id = :teamId")
                        .bind("teamId", teamId)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public List<Installation> findAll() {
        return transactions.read(
                handle -> handle.createQuery("select * from slack_installations where team_id > '' order by team_id")
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void save(Installation installation) {
        Workspace workspace = installation.workspace();
        transactions.write(handle -> handle.createUpdate(UPSERT)
                .bind("teamId", workspace.teamId())
                .bind("teamName", workspace.teamName())
                .bind("enterpriseId", workspace.enterpriseId().orElse(null))
                .bind("appId", workspace.appId())
                .bind("botUserId", workspace.botUserId())
                .bind("scopes", String.join(",", new TreeSet<>(installation.scopes())))
                .bind("keyId", installation.tokens().map(EncryptedTokens::keyId).orElse(null))
                .bind(
                        "sealed",
                        installation.tokens().map(EncryptedTokens::sealed).orElse(null))
                .bind("expiresAt", millis(installation.expiresAt()))
                .bind("state", installation.state().name())
                .execute());
    }

    @Override
    public boolean claimRenewal(Installation installation, Instant until) {
        return transactions.inTransaction(
                handle -> handle.createUpdate("update slack_installations set renewal_until = :until" + OF_VERSION
                                        + " and renewal_until <= :now")
                                .bind("until", until.toEpochMilli())
                                .bind("now", clock.millis())
                                .bind("teamId", installation.workspace().teamId())
                                .bind("version", installation.version())
                                .execute()
                        == 1);
    }

    @Override
    public boolean replaceTokens(Installation from, EncryptedTokens tokens, Optional<Instant> expiresAt) {
        return transactions.inTransaction(handle -> handle.createUpdate("""
                                update slack_installations set key_id = :keyId, sealed_tokens = :sealed, expires_at = :expiresAt,
                                  version = version + 1, renewal_until = 0""" + OF_VERSION)
                        .bind("keyId", tokens.keyId())
                        .bind("sealed", tokens.sealed())
                        .bind("expiresAt", millis(expiresAt))
                        .bind("teamId", from.workspace().teamId())
                        .bind("version", from.version())
                        .execute()
                == 1);
    }

    @Override
    public boolean end(Installation from, State state) {
        return transactions.inTransaction(handle -> end(handle, from, state) == 1);
    }

    private static int end(Handle handle, Installation from, State state) {
        return handle.createUpdate("""
                        update slack_installations set key_id = null, sealed_tokens = null, expires_at = null, state = :state,
                          version = version + 1, renewal_until = 0""" + OF_VERSION)
                .bind("state", state.name())
                .bind("teamId", from.workspace().teamId())
                .bind("version", from.version())
                .execute();
    }

    private static @Nullable Long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }

    private static Installation read(ResultSet row) throws SQLException {
        Workspace workspace = new Workspace(
                row.getString("team_id"),
                row.getString("team_name"),
                Optional.ofNullable(row.getString("enterprise_id")),
                row.getString("app_id"),
                row.getString("bot_user_id"));
        Optional<String> sealed = Optional.ofNullable(row.getString("sealed_tokens"));
        String keyId = Optional.ofNullable(row.getString("key_id")).orElse("");
        long expiresAt = row.getLong("expires_at");
        boolean lasting = row.wasNull();
        return new Installation(
                workspace,
                scopes(row.getString("scopes")),
                sealed.map(text -> new EncryptedTokens(keyId, text)),
                lasting ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiresAt)),
                State.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    private static Set<String> scopes(String text) {
        return Arrays.stream(text.split(",")).filter(scope -> !scope.isEmpty()).collect(Collectors.toSet());
    }
}
