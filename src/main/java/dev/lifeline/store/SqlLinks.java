package dev.lifeline.store;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import dev.lifeline.access.Links;
import dev.lifeline.access.SlackUserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links as rows, one a person. */
final class SqlLinks implements Links {

    private static final String INSERT = """
            insert into links (person, cloud_user, linked_at, basis, made_by, email)
            values (:person, :user, :at, :basis, :by, :email)
            """;
    private static final String UNLESS_THERE = INSERT + "on conflict (person) do nothing";
    private static final String INSTEAD = INSERT + """
            on conflict (person) do update set cloud_user = excluded.cloud_user, linked_at = excluded.linked_at,
              basis = excluded.basis, made_by = excluded.made_by, email = excluded.email
            """;

    private final Transactions transactions;

    SqlLinks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Link> of(SlackUserId person) {
        return transactions.read(handle -> handle.createQuery("select * from links where person = :person")
                .bind("person", person.value())
                .map((row, context) -> link(row))
                .findOne());
    }

    @Override
    public List<Link> to(CloudUserId user) {
        return transactions.read(handle -> handle.createQuery(
                        "select * from links where cloud_user = :user and basis <> 'CUT' order by person")
                .bind("user", user.value())
                .map((row, context) -> link(row))
                .list());
    }

    @Override
    public List<Link> standing() {
        return transactions.read(
                handle -> handle.createQuery("select * from links where basis <> 'CUT' order by person")
                        .map((row, context) -> link(row))
                        .list());
    }

    @Override
    public void keep(Link link) {
        write(INSTEAD, link);
    }

    @Override
    public void keepFirst(Link link) {
        write(UNLESS_THERE, link);
    }

    private void write(String sql, Link link) {
        transactions.write(handle -> handle.createUpdate(sql)
                .bind("person", link.person().value())
                .bind("user", link.user().value())
                .bind("at", link.made().at().toEpochMilli())
                .bind("basis", link.basis().name())
                .bind("by", link.made().by().value())
                .bind("email", link.email().orElse(null))
                .execute());
    }

    private static Link link(ResultSet row) throws SQLException {
        Link.Made made = new Link.Made(
                Link.Basis.valueOf(row.getString("basis")),
                new SlackUserId(row.getString("made_by")),
                Instant.ofEpochMilli(row.getLong("linked_at")));
        return new Link(
                new SlackUserId(row.getString("person")),
                new CloudUserId(row.getLong("cloud_user")),
                Optional.ofNullable(row.getString("email")),
                made);
    }
}
