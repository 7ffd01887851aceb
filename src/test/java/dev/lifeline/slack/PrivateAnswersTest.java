package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.message.Outbox.Letter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How what one person is told reaches that person, and nobody else. */
class PrivateAnswersTest extends Letters {

    @Test
    void a_private_answer_takes_the_address_that_came_with_the_ask() {
        slack.says("/hooks/1", "ok");
        outbox.add(privately(5, Optional.of(slack.url("/hooks/1").toString())));

        door.deliver(LANE);

        JsonNode body = StubSlack.json(slack.calls("/hooks/1").get(0).body());
        assertThat(body.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(body.path("replace_original").asBoolean(true)).isFalse();
        assertThat(slack.calls("chat.postEphemeral")).isEmpty();
    }

    @Test
    void an_address_elsewhere_is_never_posted_to() {
        outbox.add(privately(5, Optional.of("https://slack.com.evil.example/hooks/1")));

        door.deliver(LANE);

        assertThat(slack.calls("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void who_is_not_in_the_channel_is_written_to() {
        slack.refuses("chat.postEphemeral", "user_not_in_channel");
        outbox.add(privately(5, Optional.empty()));

        door.deliver(LANE);

        assertThat(slack.only("conversations.open")).containsEntry("users", "U1");
        assertThat(slack.only("chat.postMessage")).containsEntry("channel", "D1");
    }

    @Test
    void what_was_written_to_somebody_before_a_crash_is_found_there_and_not_written_again() {
        slack.refuses("chat.postEphemeral", "user_not_in_channel");
        slack.says("conversations.history", "{\"ok\":true,\"messages\":[" + marked(5, StubSlack.BOT_USER) + "]}");
        outbox.add(begun(privately(5, Optional.empty())));

        assertThat(door.deliver(LANE)).isEmpty();

        assertThat(slack.only("conversations.history")).containsEntry("channel", "D1");
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(outbox.diary).containsExactly("delivered 5");
    }

    @Test
    void what_was_begun_at_an_address_leaves_no_trace_and_is_said_again() {
        slack.says("/hooks/1", "ok");
        outbox.add(begun(privately(5, Optional.of(slack.url("/hooks/1").toString()))));

        door.deliver(LANE);

        assertThat(slack.calls("/hooks/1")).hasSize(1);
    }

    private static Letter begun(Letter letter) {
        return new Letter(letter.id(), letter.lane(), letter.content(), true);
    }
}
