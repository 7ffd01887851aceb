package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Private replies reach the one person they are for, and no other. */
class EphemeralRepliesTest extends OutboxTestBase {

    @Test
    void a_private_reply_uses_the_response_url_of_its_interaction() {
        slack.respondOnce("/hooks/1", "ok");
        outbox.add(ephemeralMessage(5, Optional.of(slack.url("/hooks/1").toString())));

        adapter.deliver(STREAM_KEY);

        JsonNode body = StubSlack.parseJson(slack.calls("/hooks/1").get(0).body());
        assertThat(body.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(body.path("replace_original").asBoolean(true)).isFalse();
        assertThat(slack.calls("chat.postEphemeral")).isEmpty();
    }

    @Test
    void an_address_elsewhere_is_never_posted_to() {
        outbox.add(ephemeralMessage(5, Optional.of("https://slack.com.evil.example/hooks/1")));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void who_is_not_in_the_channel_is_written_to() {
        slack.failOnce("chat.postEphemeral", "user_not_in_channel");
        outbox.add(ephemeralMessage(5, Optional.empty()));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.onlyCallForm("conversations.open")).containsEntry("users", "U1");
        assertThat(slack.onlyCallForm("chat.postMessage")).containsEntry("channel", "D1");
    }

    @Test
    void what_was_written_to_somebody_before_a_crash_is_found_there_and_not_written_again() {
        slack.failOnce("chat.postEphemeral", "user_not_in_channel");
        slack.respondOnce(
                "conversations.history",
                "{\"ok\":true,\"messages\":[" + messageWithMetadata(5, StubSlack.BOT_USER_ID) + "]}");
        outbox.add(attempted(ephemeralMessage(5, Optional.empty())));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.onlyCallForm("conversations.history")).containsEntry("channel", "D1");
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(outbox.calls).containsExactly("delivered 5");
    }

    @Test
    void an_attempt_at_a_response_url_leaves_no_trace_and_is_repeated() {
        slack.respondOnce("/hooks/1", "ok");
        outbox.add(
                attempted(ephemeralMessage(5, Optional.of(slack.url("/hooks/1").toString()))));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("/hooks/1")).hasSize(1);
    }

    private static OutboxMessage attempted(OutboxMessage outboxMessage) {
        return new OutboxMessage(outboxMessage.id(), outboxMessage.streamKey(), outboxMessage.content(), true);
    }
}
