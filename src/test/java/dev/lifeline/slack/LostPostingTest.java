package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Posting;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** What becomes of a letter whose delivery ended in silence: it is looked for by its mark. */
class LostPostingTest extends Letters {

    @Test
    void a_letter_whose_delivery_ended_in_silence_is_looked_for_and_not_posted_twice() {
        slack.says("conversations.history", "{\"ok\":true,\"messages\":[" + marked(1, StubSlack.BOT_USER) + "]}");
        outbox.add(card(1, true));

        door.deliver(LANE);

        assertThat(slack.only("conversations.history")).containsEntry("include_all_metadata", "true");
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(outbox.card(LANE)).contains(new Posting("C1", "99.1"));
    }

    @Test
    void a_mark_that_somebody_else_wrote_is_not_believed() {
        slack.says("conversations.history", "{\"ok\":true,\"messages\":[" + marked(1, "U0OTHER") + "]}");
        outbox.add(card(1, true));

        door.deliver(LANE);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void a_begun_reply_is_looked_for_in_its_thread() {
        outbox.cardStands(LANE, CARD);
        slack.says("conversations.replies", "{\"ok\":true,\"messages\":[" + marked(4, StubSlack.BOT_USER) + "]}");
        outbox.add(reply(4, true));

        door.deliver(LANE);

        assertThat(slack.only("conversations.replies")).containsEntry("ts", CARD.id());
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void a_letter_that_is_nowhere_is_posted_after_all() {
        outbox.add(card(1, true));

        door.deliver(LANE);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void nothing_is_posted_while_it_cannot_be_looked_for() {
        slack.refuses("conversations.history", "internal_error");
        outbox.add(card(1, true));

        assertThat(door.deliver(LANE)).isPresent();

        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void a_lost_answer_is_no_refusal() {
        slack.says(
                "chat.postMessage",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        outbox.add(card(1, false));

        assertThat(door.deliver(LANE)).isPresent();

        assertThat(outbox.waiting(LANE)).extracting(Letter::begun).containsExactly(true);
    }

    @Test
    void a_card_that_can_be_changed_no_more_is_not_taken_for_the_one_that_is_to_replace_it() {
        outbox.cardStands(LANE, CARD);
        outbox.add(card(2, false));
        slack.says("chat.update", tooMany(1));
        door.deliver(LANE);
        slack.refuses("chat.update", "edit_window_closed");
        slack.says("conversations.history", "{\"ok\":true,\"messages\":[" + markedCard(1, StubSlack.BOT_USER) + "]}");

        clock.pass(Duration.ofSeconds(2));
        door.deliver(LANE);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    private static String markedCard(long letter, String author) {
        return marked(letter, author).replace("\"lane\"", "\"card\":true,\"lane\"");
    }

    @Test
    void P2_a_post_that_ended_in_503_is_looked_for_before_it_is_sent_again_however_soon_slack_wants_it() {
        MockResponse comeAtOnce = new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .build();
        slack.says("chat.postMessage", comeAtOnce);
        outbox.add(card(1, false));

        assertThat(door.deliver(LANE)).isPresent();

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }
}
