package dev.lifeline.store;

import dev.lifeline.command.Ask;
import dev.lifeline.command.Inbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Asks as rows. Those that arrive while a commit is under way share the next one. What was asked is wiped once it is answered. */
final class SqlInbox implements Inbox {

    private static final String PUT =
            "insert into inbox (id, body, put_at) values (:id, :body, :now) on conflict (id) do nothing";

    private final Transactions transactions;
    private final Timetable timetable;
    private final Json json;
    private final InstantSource clock;
    private final SharedCommit<Ask, Boolean> commit;

    SqlInbox(Transactions transactions, Timetable timetable, Json json, InstantSource clock) {
        this.transactions = transactions;
        this.timetable = timetable;
        this.json = json;
        this.clock = clock;
        this.commit = new SharedCommit<>(this::putAll);
    }

    @Override
    public boolean put(Ask ask) {
        return transactions.within() ? putAll(List.of(ask)).get(0) : commit.add(ask);
    }

    private List<Boolean> putAll(List<Ask> asks) {
        return transactions.answerFirst(handle -> {
            List<Boolean> fresh = inserted(handle, asks);
            timetable.ask(Errand.ANSWERS, chosen(asks, fresh), clock.instant());
            return fresh;
        });
    }

    private List<Boolean> inserted(Handle handle, List<Ask> asks) {
        PreparedBatch batch = handle.prepareBatch(PUT);
        for (Ask ask : asks)
            batch.bind("id", ask.id())
                    .bind("body", json.write(Ask.class, ask))
                    .bind("now", clock.millis())
                    .add();
        List<Boolean> fresh = new ArrayList<>();
        for (int rows : batch.execute()) fresh.add(rows == 1);
        return fresh;
    }

    private static List<String> chosen(List<Ask> asks, List<Boolean> fresh) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++)
            if (fresh.get(i)) ids.add(asks.get(i).id());
        return ids;
    }

    @Override
    public Optional<Ask> find(String id) {
        return transactions
                .read(handle -> handle.createQuery("select body from inbox where id = :id and answered_at is null")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne())
                .map(body -> json.read(Ask.class, body));
    }

    @Override
    public List<String> unanswered() {
        return transactions.read(
                handle -> handle.createQuery("select id from inbox where answered_at is null order by put_at, id")
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public void answered(String id) {
        transactions.write(handle -> handle.createUpdate(
                        "update inbox set body = '', answered_at = :now where id = :id and answered_at is null")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute());
    }
}
