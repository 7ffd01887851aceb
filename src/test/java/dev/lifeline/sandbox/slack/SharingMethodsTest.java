package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a call does beyond its answer: scheduled messages, previews of links, new channels, files, an installation. */
class SharingMethodsTest extends FakeSlackTestBase {

    @BeforeEach
    void grantScopes() {
        client.post("/sandbox/app", Map.of("scopes", MethodExamples.SCOPES));
    }

    private List<String> textsSeen() {
        return client.visibleTo("asha", "incident-42").path("messages").findValuesAsText("text");
    }

    @Test
    void a_scheduled_message_is_posted_when_its_time_has_come() {
        long soon = clock.instant().getEpochSecond() + 30;
        client.callApi(
                "chat.scheduleMessage",
                "channel",
                INCIDENT_CHANNEL,
                "text",
                "still down?",
                "post_at",
                Long.toString(soon));
        assertThat(textsSeen()).isEmpty();

        clock.advance(Duration.ofSeconds(31));

        Awaitility.await().until(() -> textsSeen().contains("still down?"));
    }

    @Test
    void a_link_of_a_message_is_unfurled_and_no_other() {
        String ts = act("asha", Map.of("types", "see https://example.com/x"))
                .path("ts")
                .asText();
        String preview = "{\"https://example.com/x\":{\"text\":\"a runbook\"}}";

        assertThat(callExpectingError("chat.unfurl", "channel", INCIDENT_CHANNEL, "ts", ts, "unfurls", preview))
                .isEmpty();
        assertThat(callExpectingError(
                        "chat.unfurl", "channel", INCIDENT_CHANNEL, "ts", ts, "unfurls", preview.replace("/x", "/y")))
                .isEqualTo("cannot_unfurl_message");
        JsonNode attachment = client.callApi("conversations.history", "channel", INCIDENT_CHANNEL)
                .at("/messages/0/attachments/0");
        assertThat(attachment.path("text").asText()).isEqualTo("a runbook");
        assertThat(attachment.path("from_url").asText()).isEqualTo("https://example.com/x");
    }

    @Test
    void people_are_invited_to_a_new_channel() {
        String channel = client.callApi("conversations.create", "name", "incident-43")
                .at("/channel/id")
                .asText();

        client.callApi("conversations.invite", "channel", channel, "users", "U0ASHA,U0BRUNO");

        assertThat(client.callApi("conversations.members", "channel", channel)
                        .path("members")
                        .toString())
                .isEqualTo("[\"U0LIFELINE\",\"U0ASHA\",\"U0BRUNO\"]");
        assertThat(callExpectingError("conversations.create", "name", "incident-43"))
                .isEqualTo("name_taken");
        assertThat(callExpectingError("conversations.create", "name", "Incident 44"))
                .isEqualTo("invalid_name_specials");
    }

    @Test
    void a_file_is_shared_once_its_content_was_sent() {
        JsonNode announced = client.callApi("files.getUploadURLExternal", "length", "2", "filename", "dmesg.txt");
        String files = "[{\"id\":\"" + announced.path("file_id").asText() + "\"}]";

        assertThat(callExpectingError("files.completeUploadExternal", "files", files, "channel_id", INCIDENT_CHANNEL))
                .isEqualTo("file_not_found");
        client.post(announced.path("upload_url").asText(), Map.of());
        assertThat(callExpectingError("files.completeUploadExternal", "files", files, "channel_id", INCIDENT_CHANNEL))
                .isEmpty();

        assertThat(textsSeen()).anyMatch(text -> text.contains("dmesg.txt"));
    }

    @Test
    void an_uninstalled_app_is_installed_again_by_a_code() {
        client.injectFault(Map.of("fault", "uninstall-app"));
        JsonNode installed = client.callApi(
                "oauth.v2.access",
                "client_id",
                "1000000000.1000000000",
                "client_secret",
                "sandbox-lifeline-client-secret",
                "code",
                "sandbox-lifeline-code");

        assertThat(installed.path("access_token").asText()).isEqualTo(FakeSlackClient.BOT_TOKEN);
        assertThat(callExpectingError("auth.test")).isEmpty();
    }
}
