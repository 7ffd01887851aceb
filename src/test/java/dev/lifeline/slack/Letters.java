package dev.lifeline.slack;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Posting;
import dev.lifeline.rescue.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;

/** A door with letters to deliver, and a scripted Slack to take them. */
abstract class Letters {

    static final String LANE = "request1";
    static final Place PLACE = new Place("C1");
    static final Posting CARD = new Posting("C1", "1700000000.000001");

    final StubSlack slack = new StubSlack();
    final SettableClock clock = new SettableClock();
    final ListedOutbox outbox = new ListedOutbox();
    final List<String> told = new ArrayList<>();
    final SlackDoor door = new SlackDoor(
            slack.account(),
            LoneShelves.of(new RecordingInbox(), outbox, clock),
            (letter, reason) -> told.add(letter.id() + " " + reason),
            clock);

    @AfterEach
    void close() {
        door.close();
        slack.close();
    }

    static MockResponse tooMany(int seconds) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", seconds)
                .body("{\"ok\":false,\"error\":\"ratelimited\"}")
                .build();
    }

    static String marked(long letter, String author) {
        return """
                {"ts":"99.1","user":"%s","metadata":{"event_type":"lifeline_letter",
                 "event_payload":{"letter":%d,"lane":"%s"}}}""".formatted(author, letter, LANE);
    }

    static Message saying() {
        return Message.saying(Line.words("Booting web-07"));
    }

    static Letter card(long id, boolean begun) {
        return new Letter(id, LANE, new Content.Card(PLACE, saying()), begun);
    }

    static Letter reply(long id, boolean begun) {
        return new Letter(id, LANE, new Content.Reply(PLACE, saying()), begun);
    }

    static Letter directly(long id) {
        Content news = new Content.Direct(new SlackUserId("U1"), saying(), LANE, "The card");
        return new Letter(id, "direct:U1", news, false);
    }

    static Letter privately(long id, Optional<String> address) {
        Audience audience = new Audience(new SlackUserId("U1"), PLACE, address);
        return new Letter(id, LANE, new Content.Private(audience, saying()), false);
    }
}
