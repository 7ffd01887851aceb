package dev.lifeline.store.sql;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLink.LinkMethod;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.store.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Account links as rows, one for each Slack user. A link that cannot be read is left out of the list of all links; what is decided about one
 * cloud user needs every link of that user, and fails without it (promise P5).
 */
public final class SqlAccountLinks implements AccountLinks {

    private static final String KIND = "account link";

    private static final String INSERT = """
            insert into account_links (slack_user_id, cloud_user_id, linked_at, method, linked_by, email,
              first_linked_at, first_method, first_linked_by, ever_verified)
            values (:slackUserId, :cloudUserId, :linkedAt, :method, :linkedBy, :email,
              :firstLinkedAt, :firstMethod, :firstLinkedBy, :everVerified)
            """;
    private static final String INSERT_IF_ABSENT = INSERT + "on conflict (slack_user_id) do nothing";
    private static final String UPSERT = INSERT + """
            on conflict (slack_user_id) do update set cloud_user_id = excluded.cloud_user_id, linked_at = excluded.linked_at,
              method = excluded.method, linked_by = excluded.linked_by, email = excluded.email,
              first_linked_at = excluded.first_linked_at, first_method = excluded.first_method,
              first_linked_by = excluded.first_linked_by, ever_verified = excluded.ever_verified
            """;

    private final Transactions transactions;
    private final UnreadableRows unreadableRows;

    public SqlAccountLinks(Transactions transactions, UnreadableRows unreadableRows) {
        this.transactions = transactions;
        this.unreadableRows = unreadableRows;
    }

    @Override
    public Optional<AccountLink> find(SlackUserId user) {
        return transactions.read(
                handle -> handle.createQuery("select * from account_links where slack_user_id = :slackUserId")
                        .bind("slackUserId", user.value())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public List<AccountLink> findByCloudUser(CloudUserId user) {
        return transactions.read(handle -> handle.createQuery(
                        "select * from account_links where cloud_user_id = :cloudUserId and method <> 'UNLINKED' order by slack_user_id")
                .bind("cloudUserId", user.value())
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<AccountLink> listActive() {
        return transactions.read(handle -> handle
                .createQuery("select * from account_links where method <> 'UNLINKED' order by slack_user_id")
                .map((row, context) -> unreadableRows.readOrSkip(KIND, key(row), () -> toAccountLink(row)))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public void save(AccountLink accountLink) {
        write(UPSERT, accountLink);
    }

    @Override
    public void saveIfAbsent(AccountLink accountLink) {
        write(INSERT_IF_ABSENT, accountLink);
    }

    private void write(String sql, AccountLink accountLink) {
        transactions.write(handle -> handle.createUpdate(sql)
                .bind("slackUserId", accountLink.slackUserId().value())
                .bind("cloudUserId", accountLink.cloudUserId().value())
                .bind("linkedAt", accountLink.origin().linkedAt().toEpochMilli())
                .bind("method", accountLink.method().name())
                .bind("linkedBy", accountLink.origin().linkedBy().value())
                .bind("email", accountLink.email().orElse(null))
                .bind("firstLinkedAt", accountLink.firstOrigin().linkedAt().toEpochMilli())
                .bind("firstMethod", accountLink.firstOrigin().method().name())
                .bind("firstLinkedBy", accountLink.firstOrigin().linkedBy().value())
                .bind("everVerified", accountLink.everVerified() ? 1L : 0L)
                .execute());
    }

    private AccountLink read(ResultSet row) throws SQLException {
        return unreadableRows.read(KIND, key(row), () -> toAccountLink(row));
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("slack_user_id");
    }

    private static AccountLink toAccountLink(ResultSet row) {
        try {
            return new AccountLink(
                    new SlackUserId(key(row)),
                    new CloudUserId(row.getLong("cloud_user_id")),
                    Optional.ofNullable(row.getString("email")),
                    origin(row, ""),
                    origin(row, row.getString("first_method") == null ? "" : "first_"),
                    isEverVerified(row));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AccountLink.Origin origin(ResultSet row, String prefix) throws SQLException {
        return new AccountLink.Origin(
                LinkMethod.valueOf(row.getString(prefix + "method")),
                new SlackUserId(row.getString(prefix + "linked_by")),
                Instant.ofEpochMilli(row.getLong(prefix + "linked_at")));
    }

    /** Rows of releases before 1.15 of the schema say only how the link was made last. */
    private static boolean isEverVerified(ResultSet row) throws SQLException {
        return row.getLong("ever_verified") == 1L || LinkMethod.API_KEY.name().equals(row.getString("method"));
    }
}
