package dev.lifeline.store;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Message;
import dev.lifeline.message.Outbox.Content;
import dev.lifeline.rescue.Place;
import dev.lifeline.rescue.RequestId;
import java.time.InstantSource;

/** What is said becomes a letter in the outbox, in the same transaction as what it is about. */
final class SqlAnnouncer implements Announcer {

    private final Transactions transactions;
    private final Timetable timetable;
    private final Json json;
    private final InstantSource clock;

    SqlAnnouncer(Transactions transactions, Timetable timetable, Json json, InstantSource clock) {
        this.transactions = transactions;
        this.timetable = timetable;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void card(RequestId request, Place place, Message card) {
        write(lane(request), new Content.Card(place, card));
    }

    @Override
    public void inThread(RequestId request, Place place, Message reply) {
        write(lane(request), new Content.Reply(place, reply));
    }

    @Override
    public void review(RequestId request, Place place, Message card) {
        write("review:" + request, new Content.Card(place, card));
    }

    @Override
    public void directly(SlackUserId person, RequestId about, Message news, String link) {
        write("direct:" + person, new Content.Direct(person, news, lane(about), link));
    }

    @Override
    public void privately(Audience audience, Message answer) {
        write("person:" + audience.person(), new Content.Private(audience, answer));
    }

    private static String lane(RequestId request) {
        return "request:" + request;
    }

    /** The lane's row in the timetable comes first: it is locked until the commit, so that ids grow as letters are committed. */
    private void write(String lane, Content content) {
        String sql = """
                insert into letters (lane, kind, body, state, reason, written_at)
                values (:lane, :kind, :body, 'waiting', '', :now)
                """;
        transactions.write(handle -> {
            timetable.ask(Errand.DELIVERIES, lane, clock.instant());
            handle.createUpdate(sql)
                    .bind("lane", lane)
                    .bind("kind", content.getClass().getSimpleName())
                    .bind("body", json.write(Content.class, content))
                    .bind("now", clock.millis())
                    .execute();
        });
    }
}
