package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streamed thread replies (src/docs/platform/slack.md, section New in 2025 and 2026). */
class ChatStreamTest extends FakeSlackTestBase {

    private String threadTs = "";

    @BeforeEach
    void postQuestion() {
        threadTs = postMessage("channel", INCIDENT_CHANNEL, "text", "What now?");
    }

    private String startStream() {
        return client.callApi(
                        "chat.startStream",
                        "channel",
                        INCIDENT_CHANNEL,
                        "thread_ts",
                        threadTs,
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
        return client.visibleTo("asha", "incident-42").at("/messages/0/replies/0");
    }

    @Test
    void a_stream_grows_until_it_is_stopped() {
        String ts = startStream();
        client.callApi("chat.appendStream", "channel", INCIDENT_CHANNEL, "ts", ts, "markdown_text", ", step 2");
        String chunk = "[{\"type\":\"markdown_text\",\"text\":\", step 3\"}]";
        client.callApi("chat.appendStream", "channel", INCIDENT_CHANNEL, "ts", ts, "chunks", chunk);

        JsonNode stopped = client.callApi(
                "chat.stopStream", "channel", INCIDENT_CHANNEL, "ts", ts, "blocks", "[{\"type\":\"divider\"}]");

        assertThat(stopped.at("/message/text").asText()).isEqualTo("Step 1, step 2, step 3");
        assertThat(reply().path("blocks").findValuesAsText("type")).containsExactly("markdown", "divider");
        assertThat(callExpectingError(
                        "chat.appendStream", "channel", INCIDENT_CHANNEL, "ts", ts, "markdown_text", "more"))
                .isEqualTo("message_not_in_streaming_state");
    }

    @Test
    void a_stream_in_a_channel_needs_a_recipient_and_a_thread() {
        assertThat(callExpectingError("chat.startStream", "channel", INCIDENT_CHANNEL))
                .isEqualTo("invalid_arguments");
        assertThat(callExpectingError("chat.startStream", "channel", INCIDENT_CHANNEL, "thread_ts", threadTs))
                .isEqualTo("missing_recipient_user_id");
        assertThat(callExpectingError(
                        "chat.startStream",
                        "channel",
                        INCIDENT_CHANNEL,
                        "thread_ts",
                        threadTs,
                        "recipient_user_id",
                        "U0ASHA"))
                .isEqualTo("missing_recipient_team_id");
    }

    @Test
    void appending_to_a_stopped_or_too_long_stream_is_refused() {
        String ts = startStream();

        assertThat(callExpectingError(
                        "chat.appendStream", "channel", INCIDENT_CHANNEL, "ts", threadTs, "markdown_text", "x"))
                .isEqualTo("message_not_in_streaming_state");
        assertThat(callExpectingError(
                        "chat.appendStream", "channel", INCIDENT_CHANNEL, "ts", "1.2", "markdown_text", "x"))
                .isEqualTo("message_not_found");
        assertThat(callExpectingError(
                        "chat.appendStream",
                        "channel",
                        INCIDENT_CHANNEL,
                        "ts",
                        ts,
                        "markdown_text",
                        "x".repeat(12_000)))
                .isEqualTo("msg_blocks_too_long");
    }
}
