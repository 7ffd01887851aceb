package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reply that grows while it is written (slack.md 4.7). */
class StreamTest extends Workplace {

    private String root = "";

    @BeforeEach
    void ask() {
        root = posted("channel", INCIDENT, "text", "What now?");
    }

    private String begun() {
        return http.api(
                        "chat.startStream",
                        "channel",
                        INCIDENT,
                        "thread_ts",
                        root,
                        "recipient_user_id",
                        "U0ASHA",
                        "recipient_team_id",
                        "T0LIFELINE",
                        "markdown_text",
                        "Step 1")
                .path("ts")
                .asText();
    }

    private JsonNode reply() {
        return http.sees("asha", "incident-42").at("/messages/0/replies/0");
    }

    @Test
    void a_reply_grows_until_it_is_stopped() {
        String ts = begun();
        http.api("chat.appendStream", "channel", INCIDENT, "ts", ts, "markdown_text", ", step 2");
        String chunk = "[{\"type\":\"markdown_text\",\"text\":\", step 3\"}]";
        http.api("chat.appendStream", "channel", INCIDENT, "ts", ts, "chunks", chunk);

        JsonNode stopped =
                http.api("chat.stopStream", "channel", INCIDENT, "ts", ts, "blocks", "[{\"type\":\"divider\"}]");

        assertThat(stopped.at("/message/text").asText()).isEqualTo("Step 1, step 2, step 3");
        assertThat(reply().path("blocks").findValuesAsText("type")).containsExactly("markdown", "divider");
        assertThat(error("chat.appendStream", "channel", INCIDENT, "ts", ts, "markdown_text", "more"))
                .isEqualTo("message_not_in_streaming_state");
    }

    @Test
    void in_a_channel_it_is_for_somebody_and_always_in_a_thread() {
        assertThat(error("chat.startStream", "channel", INCIDENT)).isEqualTo("invalid_arguments");
        assertThat(error("chat.startStream", "channel", INCIDENT, "thread_ts", root))
                .isEqualTo("missing_recipient_user_id");
        assertThat(error("chat.startStream", "channel", INCIDENT, "thread_ts", root, "recipient_user_id", "U0ASHA"))
                .isEqualTo("missing_recipient_team_id");
    }

    @Test
    void what_is_not_growing_or_grows_too_long_is_refused() {
        String ts = begun();

        assertThat(error("chat.appendStream", "channel", INCIDENT, "ts", root, "markdown_text", "x"))
                .isEqualTo("message_not_in_streaming_state");
        assertThat(error("chat.appendStream", "channel", INCIDENT, "ts", "1.2", "markdown_text", "x"))
                .isEqualTo("message_not_found");
        assertThat(error("chat.appendStream", "channel", INCIDENT, "ts", ts, "markdown_text", "x".repeat(12_000)))
                .isEqualTo("msg_too_long");
    }
}
