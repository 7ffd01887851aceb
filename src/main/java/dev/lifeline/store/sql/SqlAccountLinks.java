package dev.lifeline.store.sql;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.store.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links as rows, one a person. */
public final class SqlAccountLinks implements AccountLinks {

    private static final String INSERT = """
            insert into links (person, cloud_user, linked_at, basis, made_by, email)
            values (:person, :user, :at, :basis, :by, :email)
            """;
    private static final String INSERT_IF_ABSENT = INSERT + "on conflict (person) do nothing";
    private static final String UPSERT = INSERT + """
            on conflict (person) do update set cloud_user = excluded.cloud_user, linked_at = excluded.linked_at,
              basis = excluded.basis, made_by = excluded.made_by, email = excluded.email
            """;

    private final Transactions transactions;

    public SqlAccountLinks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<AccountLink> find(SlackUserId person) {
        return transactions.read(handle -> handle.createQuery("select * from links where person = :person")
                .bind("person", person.value())
                .map((row, context) -> toAccountLink(row))
                .findOne());
    }

    @Override
    public List<AccountLink> findByCloudUser(CloudUserId user) {
        return transactions.read(handle -> handle.createQuery(
                        "select * from links where cloud_user = :user and basis <> 'UNLINKED' order by person")
                .bind("user", user.value())
                .map((row, context) -> toAccountLink(row))
                .list());
    }

    @Override
    public List<AccountLink> listActive() {
        return transactions.read(
                handle -> handle.createQuery("select * from links where basis <> 'UNLINKED' order by person")
                        .map((row, context) -> toAccountLink(row))
                        .list());
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
                .bind("person", accountLink.slackUserId().value())
                .bind("user", accountLink.cloudUserId().value())
                .bind("at", accountLink.origin().linkedAt().toEpochMilli())
                .bind("basis", accountLink.method().name())
                .bind("by", accountLink.origin().linkedBy().value())
                .bind("email", accountLink.email().orElse(null))
                .execute());
    }

    private static AccountLink toAccountLink(ResultSet row) throws SQLException {
        AccountLink.Origin origin = new AccountLink.Origin(
                AccountLink.LinkMethod.valueOf(row.getString("basis")),
                new SlackUserId(row.getString("made_by")),
                Instant.ofEpochMilli(row.getLong("linked_at")));
        return new AccountLink(
                new SlackUserId(row.getString("person")),
                new CloudUserId(row.getLong("cloud_user")),
                Optional.ofNullable(row.getString("email")),
                origin);
    }
}
