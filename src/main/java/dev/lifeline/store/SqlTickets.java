package dev.lifeline.store;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Ticket;
import dev.lifeline.access.Tickets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Tickets as rows under the hash of their codes. Every step is one update that names the state it starts from. */
final class SqlTickets implements Tickets {

    private final Transactions transactions;
    private final InstantSource clock;
    private final Codes codes = new Codes();

    SqlTickets(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String offer(SlackUserId person, Instant until) {
        String id = codes.random();
        return transactions.answer(handle -> {
            handle.execute("delete from tickets where person = ?", person.value());
            handle.execute(
                    "insert into tickets (ticket, person, until) values (?, ?, ?)",
                    Codes.hash(id),
                    person.value(),
                    until.toEpochMilli());
            return codes.signed(key(handle), id);
        });
    }

    @Override
    public Optional<Ticket> find(String code) {
        return row(code)
                .flatMap(ticket ->
                        transactions.read(handle -> handle.createQuery("select * from tickets where ticket = :ticket")
                                .bind("ticket", ticket)
                                .map((found, context) -> ticket(found))
                                .findOne()));
    }

    @Override
    public boolean takeTry(String code) {
        return steps(code, """
                update tickets set tries = tries + 1
                where ticket = :ticket and tries < :most and until > :now and proved is null and used_at is null
                """, update -> update.bind("most", TRIES));
    }

    @Override
    public Optional<String> prove(String code, CloudUserId user) {
        String confirmation = codes.random();
        boolean first = steps(
                code, """
                update tickets set proved = :user, confirmation = :confirmation
                where ticket = :ticket and until > :now and proved is null and used_at is null
                """, update -> update.bind("user", user.value()).bind("confirmation", Codes.hash(confirmation)));
        return first ? Optional.of(confirmation) : Optional.empty();
    }

    @Override
    public boolean confirm(String code, String confirmation) {
        return steps(code, """
                update tickets set used_at = :now, confirmation = null
                where ticket = :ticket and confirmation = :confirmation and until > :now and used_at is null
                """, update -> update.bind("confirmation", Codes.hash(confirmation)));
    }

    /** Whether the ticket was where the step starts from. */
    private boolean steps(String code, String sql, UnaryOperator<Update> filled) {
        Optional<String> ticket = row(code);
        if (ticket.isEmpty()) return false;
        return 1
                == transactions.answer(handle -> filled.apply(handle.createUpdate(sql)
                                .bind("ticket", ticket.get())
                                .bind("now", clock.millis()))
                        .execute());
    }

    private Optional<String> row(String code) {
        return transactions
                .read(SqlTickets::known)
                .flatMap(key -> codes.opened(key, code))
                .map(Codes::hash);
    }

    private String key(Handle handle) {
        handle.execute("insert into ticket_key (id, secret) values (1, ?) on conflict (id) do nothing", codes.random());
        return known(handle).orElseThrow();
    }

    private static Optional<String> known(Handle handle) {
        return handle.createQuery("select secret from ticket_key where id = 1")
                .mapTo(String.class)
                .findOne();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        long proved = row.getLong("proved");
        Optional<CloudUserId> user = row.wasNull() ? Optional.empty() : Optional.of(new CloudUserId(proved));
        row.getLong("used_at");
        boolean used = !row.wasNull();
        return new Ticket(
                new SlackUserId(row.getString("person")), Instant.ofEpochMilli(row.getLong("until")), user, used);
    }
}
