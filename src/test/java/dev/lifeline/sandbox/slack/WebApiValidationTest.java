package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that Slack refuses and a more lenient fake would accept. */
class WebApiValidationTest extends FakeSlackTestBase {

    @ParameterizedTest
    @CsvSource({
        "chat.postMessage, chat:write",
        "chat.postEphemeral, chat:write",
        "chat.update, chat:write",
        "chat.delete, chat:write",
        "users.info, users:read",
        "users.list, users:read",
        "bots.info, users:read",
        "users.lookupByEmail, users:read.email",
        "usergroups.list, usergroups:read",
        "usergroups.users.list, usergroups:read",
        "reactions.add, reactions:write",
        "conversations.join, channels:join"
    })
    void each_method_requires_its_scope_and_names_it(String method, String scope) {
        client.injectFault(Map.of("fault", "revoke-scope", "scope", scope));

        JsonNode refused = client.callApi(method);

        assertThat(refused.path("error").asText()).isEqualTo("missing_scope");
        assertThat(refused.path("needed").asText()).isEqualTo(scope);
        assertThat(refused.path("provided").asText()).contains("commands").doesNotContain(scope + ",");
    }

    @Test
    void a_channels_type_decides_which_scope_is_required() {
        client.injectFault(Map.of("fault", "revoke-scope", "scope", "groups:read"));
        client.injectFault(Map.of("fault", "revoke-scope", "scope", "channels:history"));

        JsonNode info = client.callApi("conversations.info", "channel", "G0OPSPRIVATE");
        JsonNode history = client.callApi("conversations.history", "channel", INCIDENT_CHANNEL);

        assertThat(info.path("needed").asText()).isEqualTo("groups:read");
        assertThat(history.path("needed").asText()).isEqualTo("channels:history");
        assertThat(callExpectingError("conversations.info", "channel", INCIDENT_CHANNEL))
                .isEmpty();
    }

    @Test
    void posting_goes_by_name_too_everything_else_by_id_only() {
        String ts = postMessage("channel", "#incident-42", "text", "x");
        String psst = postMessage("channel", "U0ASHA", "text", "psst");

        assertThat(ts).isNotEmpty();
        assertThat(callExpectingError("chat.update", "channel", "#incident-42", "ts", ts, "text", "y"))
                .isEqualTo("channel_not_found");
        assertThat(callExpectingError("chat.update", "channel", "U0ASHA", "ts", psst, "text", "y"))
                .isEqualTo("channel_not_found");
        assertThat(callExpectingError("chat.delete", "channel", "incident-42", "ts", ts))
                .isEqualTo("channel_not_found");
        assertThat(callExpectingError("conversations.info", "channel", "incident-42"))
                .isEqualTo("channel_not_found");
        client.post("/sandbox/app", Map.of("scopes", List.of("reactions:write")));
        assertThat(callExpectingError("reactions.add", "channel", "incident-42", "timestamp", ts, "name", "eyes"))
                .isEqualTo("channel_not_found");
    }

    @Test
    void no_permalink_is_given_for_messages_the_bot_cannot_see() {
        String ts = postMessage("channel", "G0OPSPRIVATE", "text", "secret");
        client.injectFault(Map.of("fault", "remove-bot", "channel", "ops-private"));

        assertThat(callExpectingError("chat.getPermalink", "channel", "G0OPSPRIVATE", "message_ts", ts))
                .isEqualTo("channel_not_found");
    }

    @Test
    void a_token_is_not_read_from_json() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/api/auth.test"))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + FakeSlackClient.BOT_TOKEN + "\"}"))
                .build();

        assertThat(FakeSlackClient.parseJson(client.send(request)).path("error").asText())
                .isEqualTo("not_authed");
    }

    @Test
    void a_multipart_form_is_accepted() {
        String form = formPart("token", FakeSlackClient.BOT_TOKEN) + formPart("channel", INCIDENT_CHANNEL)
                + formPart("text", "grüße") + "--b--\r\n";

        JsonNode posted = postMultipart("multipart/form-data; boundary=b", form);

        assertThat(posted.at("/message/text").asText()).isEqualTo("grüße");
        assertThat(postMultipart("multipart/form-data", form).path("error").asText())
                .isEqualTo("invalid_form_data");
        assertThat(postMultipart("multipart/form-data; boundary=b", "nothing of the kind")
                        .path("error")
                        .asText())
                .isEqualTo("invalid_form_data");
    }

    private static String formPart(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private JsonNode postMultipart(String type, String body) {
        return FakeSlackClient.parseJson(
                client.send(HttpRequest.newBuilder(URI.create(slack.url() + "/api/chat.postMessage"))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build()));
    }

    @Test
    void an_invalid_timestamp_is_named() {
        assertThat(callExpectingError("conversations.history", "channel", INCIDENT_CHANNEL, "oldest", "yesterday"))
                .isEqualTo("invalid_ts_oldest");
        assertThat(callExpectingError("conversations.history", "channel", INCIDENT_CHANNEL, "latest", "now"))
                .isEqualTo("invalid_ts_latest");
    }

    @Test
    void a_bot_can_join_public_channels_only() {
        client.post("/sandbox/app", Map.of("scopes", List.of("channels:join", "chat:write")));

        assertThat(callExpectingError("conversations.join", "channel", "G0OPSPRIVATE"))
                .isEqualTo("method_not_supported_for_channel_type");
        assertThat(client.callApi("conversations.join", "channel", "C0RANDOM")
                        .at("/channel/is_member")
                        .asBoolean())
                .isTrue();
        assertThat(callExpectingError("chat.postMessage", "channel", "C0RANDOM", "text", "x"))
                .isEmpty();
        assertThat(client.callApi("conversations.join", "channel", "C0RANDOM")
                        .path("warning")
                        .asText())
                .isEqualTo("already_in_channel");
    }

    @Test
    void blocks_can_be_validated_without_posting_them() {
        JsonNode fine = client.callApi("blocks.validate", "blocks", "[{\"type\":\"divider\"}]");
        JsonNode refused = client.callApi("blocks.validate", "blocks", "[{\"type\":\"sparkle\"}]");

        assertThat(fine.path("ok").asBoolean()).isTrue();
        assertThat(refused.path("error").asText()).isEqualTo("invalid_blocks");
        assertThat(refused.at("/response_metadata/messages/0").asText()).contains("/blocks/0/type");
        assertThat(client.visibleTo("asha", "incident-42").path("messages")).isEmpty();
    }

    @Test
    void only_issued_cursors_are_accepted() {
        JsonNode page = client.callApi("users.list", "limit", "2");
        String cursor = page.at("/response_metadata/next_cursor").asText();

        assertThat(page.path("members")).hasSize(2);
        assertThat(client.callApi("users.list", "limit", "2", "cursor", cursor).at("/members/0/id"))
                .isNotEqualTo(page.at("/members/0/id"));
        assertThat(callExpectingError("users.list", "cursor", "made-up")).isEqualTo("invalid_cursor");
    }

    @Test
    void a_manifest_over_its_limits_is_refused() {
        String tooLong = "/" + "x".repeat(32);

        JsonNode refused = FakeSlackClient.parseJson(
                client.post("/sandbox/app", Map.of("commands", List.of(Map.of("command", tooLong)))));

        assertThat(refused.path("error").asText()).contains("32 characters");
        assertThat(client.get("/sandbox/world", Map.of())
                        .at("/commands/0/command")
                        .asText())
                .isEqualTo("/rescue");
    }
}
