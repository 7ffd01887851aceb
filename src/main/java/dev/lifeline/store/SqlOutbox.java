package dev.lifeline.store;

import dev.lifeline.message.Outbox;
import dev.lifeline.message.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Letters as rows. What a letter said is wiped once it is settled: from then on only that there was one is of use. */
final class SqlOutbox implements Outbox {

    private final Transactions transactions;
    private final Json json;
    private final InstantSource clock;

    SqlOutbox(Transactions transactions, Json json, InstantSource clock) {
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<String> lanes() {
        String sql = "select lane from letters where settled_at is null group by lane order by min(id)";
        return transactions.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Override
    public List<Letter> waiting(String lane) {
        return transactions.read(handle -> {
            List<Letter> unsettled = handle.createQuery(
                            "select id, lane, body, state from letters where lane = :lane and settled_at is null order by id")
                    .bind("lane", lane)
                    .map(this::letter)
                    .list();
            return new Lane(card(handle, lane), unsettled).toDeliver();
        });
    }

    private Letter letter(ResultSet row, StatementContext context) throws SQLException {
        Content content = json.read(Content.class, row.getString("body"));
        boolean begun = row.getString("state").equals("begun");
        return new Letter(row.getLong("id"), row.getString("lane"), content, begun);
    }

    @Override
    public void begin(Letter letter) {
        transactions.write(handle -> handle.createUpdate(
                        "update letters set state = 'begun' where id = :id and settled_at is null")
                .bind("id", letter.id())
                .execute());
    }

    @Override
    public void delivered(Letter letter, Optional<Posting> card) {
        transactions.write(handle -> {
            settle(handle, letter, "delivered", "");
            card.ifPresent(posting -> remember(handle, letter.lane(), posting));
        });
    }

    @Override
    public void undeliverable(Letter letter, String reason) {
        transactions.write(handle -> settle(handle, letter, "undeliverable", reason));
    }

    private void settle(Handle handle, Letter letter, String state, String reason) {
        handle.createUpdate(
                        "update letters set state = :state, reason = :reason, body = '', settled_at = :now where id = :id")
                .bind("state", state)
                .bind("reason", reason)
                .bind("now", clock.millis())
                .bind("id", letter.id())
                .execute();
        if (letter.content() instanceof Content.Card) supersedeOlderCards(handle, letter);
    }

    private void supersedeOlderCards(Handle handle, Letter newest) {
        String sql = """
                update letters set state = 'superseded', body = '', settled_at = :now
                where lane = :lane and kind = 'Card' and id < :id and settled_at is null
                """;
        handle.createUpdate(sql)
                .bind("now", clock.millis())
                .bind("lane", newest.lane())
                .bind("id", newest.id())
                .execute();
    }

    private static void remember(Handle handle, String lane, Posting card) {
        String sql = """
                insert into postings (lane, place, id) values (:lane, :place, :id)
                on conflict (lane) do update set place = excluded.place, id = excluded.id
                """;
        handle.createUpdate(sql)
                .bind("lane", lane)
                .bind("place", card.place())
                .bind("id", card.id())
                .execute();
    }

    @Override
    public Optional<Posting> card(String lane) {
        return transactions.read(handle -> card(handle, lane));
    }

    private static Optional<Posting> card(Handle handle, String lane) {
        return handle.createQuery("select place, id from postings where lane = :lane")
                .bind("lane", lane)
                .map((row, context) -> new Posting(row.getString("place"), row.getString("id")))
                .findOne();
    }
}
