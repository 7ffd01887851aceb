package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Posting;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Place;
import dev.lifeline.testkit.PlacesInMemory;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A private channel gets another id when it is shared with another company: what was begun in it goes on in it (slack.md 4.4). */
class MovedChannelTest {

    private static final Place OLD = new Place("G0OLD");
    private static final Place NEW = new Place("C0NEW");
    private static final Message WORDS = Message.saying(Line.words("Booting web-07"));
    private static final String NEWS = """
            {"type":"event_callback","team_id":"T1OURS","api_app_id":"A0APP","event_id":"Ev1","event":
             {"type":"channel_id_changed","old_channel_id":"G0OLD","new_channel_id":"C0NEW","event_ts":"1.1"}}""";

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final ListedOutbox outbox = new ListedOutbox();
    private final Whereabouts places = new PlacesInMemory();
    private final SlackDoor door = door(places);

    private SlackDoor door(Whereabouts whereabouts) {
        Shelves shelves = LoneShelves.of(new RecordingInbox(), outbox, whereabouts, clock);
        return new SlackDoor(slack.account(), shelves, (letter, reason) -> {}, clock);
    }

    @AfterEach
    void close() {
        door.close();
        slack.close();
    }

    @Test
    void the_news_is_written_down_before_it_is_acknowledged() {
        assertThat(told(door)).isEqualTo(200);
        assertThat(places.today(OLD)).isEqualTo(NEW);
    }

    @Test
    void news_that_cannot_be_written_down_is_asked_for_again() {
        try (SlackDoor full = door(Whereabouts.SETTLED)) {
            assertThat(told(full)).isEqualTo(500);
        }
    }

    private int told(SlackDoor door) {
        SignedPost post = SignedPost.of(NEWS, clock.instant().getEpochSecond());
        return door.answer("POST", post.headers(), post.body()).status();
    }

    @Test
    void a_card_is_changed_and_a_reply_is_said_where_the_channel_is_today() {
        outbox.cardStands(Letters.LANE, new Posting("G0OLD", "1700000000.000001"));
        places.moved(OLD, NEW);
        outbox.add(new Letter(1, Letters.LANE, new Content.Card(OLD, WORDS), false));
        outbox.add(new Letter(2, Letters.LANE, new Content.Reply(OLD, WORDS), false));

        door.deliver(Letters.LANE);

        assertThat(slack.only("chat.update"))
                .containsEntry("channel", "C0NEW")
                .containsEntry("ts", "1700000000.000001");
        assertThat(slack.only("chat.postMessage"))
                .containsEntry("channel", "C0NEW")
                .containsEntry("thread_ts", "1700000000.000001");
    }

    @Test
    void a_private_answer_is_shown_where_the_channel_is_today() {
        places.moved(OLD, NEW);
        Audience audience = new Audience(new SlackUserId("U1"), OLD, Optional.empty());
        outbox.add(new Letter(1, Letters.LANE, new Content.Private(audience, WORDS), false));

        door.deliver(Letters.LANE);

        assertThat(slack.only("chat.postEphemeral")).containsEntry("channel", "C0NEW");
    }

    @Test
    void a_rule_for_the_old_id_holds_for_the_new_one() {
        places.moved(OLD, NEW);

        assertThat(door.directory().ids(NEW)).containsExactlyInAnyOrder("G0OLD", "C0NEW");
    }
}
