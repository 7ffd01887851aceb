package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The responses of the Web API, and Slack's errors for what it refuses. */
class WebApiTest extends FakeSlackTestBase {

    @Test
    void auth_test_names_the_bot_and_the_header_its_scopes() {
        HttpResponse<String> response = client.callApiRaw("auth.test", FakeSlackClient.BOT_TOKEN);

        assertThat(FakeSlackClient.parseJson(response).path("user_id").asText()).isEqualTo("U0LIFELINE");
        assertThat(response.headers().firstValue("x-oauth-scopes").orElse("")).contains("chat:write", "commands");
        assertThat(FakeSlackClient.parseJson(client.callApiRaw("auth.test", FakeSlackClient.APP_TOKEN))
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void tokens_are_checked() {
        assertThat(FakeSlackClient.parseJson(client.callApiRaw("auth.test", "xoxb-wrong"))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_auth");
        assertThat(FakeSlackClient.parseJson(client.callApiRaw("auth.test", ""))
                        .path("error")
                        .asText())
                .isEqualTo("not_authed");
        assertThat(callExpectingError("apps.connections.open")).isEqualTo("not_allowed_token_type");
        assertThat(FakeSlackClient.parseJson(client.callApiRaw("chat.postMessage", FakeSlackClient.APP_TOKEN))
                        .path("error")
                        .asText())
                .isEqualTo("not_allowed_token_type");
        assertThat(callExpectingError("chat.postmessage")).isEqualTo("unknown_method");
    }

    @Test
    void a_token_in_the_body_and_a_repeated_field_are_accepted() {
        String root = postMessage("channel", INCIDENT_CHANNEL, "text", "root");
        JsonNode reply = FakeSlackClient.parseJson(client.callApiRaw(
                "chat.postMessage",
                "",
                "token",
                FakeSlackClient.BOT_TOKEN,
                "channel",
                INCIDENT_CHANNEL,
                "text",
                "reply",
                "thread_ts",
                root,
                "thread_ts",
                root));

        assertThat(reply.path("message").path("thread_ts").asText()).isEqualTo(root);
    }

    @Test
    void users_edit_their_profile_and_keep_their_id() {
        act("asha", Map.of("becomes", Map.of("email", "rao@example.com", "display_name", "elena")));

        JsonNode asha = client.callApi("users.info", "user", "U0ASHA").path("user");
        assertThat(asha.at("/profile/email").asText()).isEqualTo("rao@example.com");
        assertThat(asha.at("/profile/display_name").asText()).isEqualTo("elena");
        assertThat(asha.at("/profile/real_name").asText()).isEqualTo("Asha Rao");
        assertThat(callExpectingError("users.lookupByEmail", "email", "asha@example.com"))
                .isEqualTo("users_not_found");
        assertThat(act("asha", Map.of("becomes", Map.of("id", "U0ELENA")))
                        .path("choices")
                        .size())
                .isEqualTo(4);
    }

    @Test
    void a_revoked_scope_is_missing_and_named() {
        client.injectFault(Map.of("fault", "revoke-scope", "scope", "users:read"));

        JsonNode refused = client.callApi("users.info", "user", "U0ASHA");

        assertThat(refused.path("error").asText()).isEqualTo("missing_scope");
        assertThat(refused.path("needed").asText()).isEqualTo("users:read");
        assertThat(refused.path("provided").asText()).contains("chat:write");
    }

    @Test
    void posting_needs_a_channel_that_the_bot_is_in() {
        assertThat(callExpectingError("chat.postMessage", "channel", "C0RANDOM", "text", "x"))
                .isEqualTo("not_in_channel");
        assertThat(callExpectingError("chat.postMessage", "channel", "C0NOWHERE", "text", "x"))
                .isEqualTo("channel_not_found");
        assertThat(callExpectingError("chat.postMessage", "channel", INCIDENT_CHANNEL))
                .isEqualTo("no_text");
        client.injectFault(Map.of("fault", "remove-bot", "channel", "ops-private"));
        assertThat(callExpectingError("chat.postMessage", "channel", "G0OPSPRIVATE", "text", "x"))
                .isEqualTo("channel_not_found");
        client.injectFault(Map.of("fault", "archive-channel", "channel", "incident-42"));
        assertThat(callExpectingError("chat.postMessage", "channel", INCIDENT_CHANNEL, "text", "x"))
                .isEqualTo("is_archived");
    }

    @Test
    void an_invited_bot_may_post() {
        act("asha", Map.of("channel", "random", "types", "/invite @lifeline"));

        assertThat(client.callApi("chat.postMessage", "channel", "C0RANDOM", "text", "x")
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_user_id_is_the_direct_message_with_that_person() {
        String direct = client.callApi("conversations.open", "users", "U0ASHA")
                .path("channel")
                .path("id")
                .asText();
        JsonNode posted = client.callApi("chat.postMessage", "channel", "U0ASHA", "text", "psst");

        assertThat(posted.path("channel").asText()).isEqualTo(direct).startsWith("D");
        assertThat(client.visibleTo("asha", "@lifeline")
                        .path("messages")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("psst");
    }

    @Test
    void an_update_without_blocks_removes_them_and_marks_the_message_as_edited() {
        String divider = "[{\"type\":\"divider\"}]";
        String ts = postMessage("channel", INCIDENT_CHANNEL, "text", "a", "blocks", divider);
        client.callApi("chat.update", "channel", INCIDENT_CHANNEL, "ts", ts, "text", "b", "blocks", divider);
        JsonNode same = client.visibleTo("asha", "incident-42").path("messages").path(0);
        client.callApi("chat.update", "channel", INCIDENT_CHANNEL, "ts", ts, "text", "c");
        JsonNode bare = client.visibleTo("asha", "incident-42").path("messages").path(0);

        assertThat(same.path("blocks")).hasSize(1);
        assertThat(same.path("edited").asBoolean()).isFalse();
        assertThat(bare.path("blocks")).isEmpty();
        assertThat(bare.path("edited").asBoolean()).isTrue();
    }

    @Test
    void only_own_stored_messages_can_be_changed() {
        String whispered = client.callApi(
                        "chat.postEphemeral", "channel", INCIDENT_CHANNEL, "user", "U0ASHA", "text", "psst")
                .path("message_ts")
                .asText();
        String theirs = act("asha", Map.of("types", "hello")).path("ts").asText();
        String own = postMessage("channel", INCIDENT_CHANNEL, "text", "x");

        assertThat(callExpectingError("chat.update", "channel", INCIDENT_CHANNEL, "ts", whispered, "text", "y"))
                .isEqualTo("message_not_found");
        assertThat(callExpectingError("chat.update", "channel", INCIDENT_CHANNEL, "ts", theirs, "text", "y"))
                .isEqualTo("cant_update_message");
        assertThat(callExpectingError("chat.delete", "channel", INCIDENT_CHANNEL, "ts", theirs))
                .isEqualTo("cant_delete_message");
        assertThat(callExpectingError("chat.update", "channel", INCIDENT_CHANNEL, "ts", own, "text", "y".repeat(4_001)))
                .isEqualTo("msg_too_long");
        assertThat(callExpectingError("chat.postEphemeral", "channel", "G0OPSPRIVATE", "user", "U0BRUNO", "text", "x"))
                .isEqualTo("user_not_in_channel");
    }

    @Test
    void metadata_is_returned_only_on_request() {
        String metadata = "{\"event_type\":\"job\",\"event_payload\":{\"id\":\"7\"}}";
        postMessage("channel", INCIDENT_CHANNEL, "text", "a", "metadata", metadata);

        JsonNode plain = client.callApi("conversations.history", "channel", INCIDENT_CHANNEL);
        JsonNode withMetadata =
                client.callApi("conversations.history", "channel", INCIDENT_CHANNEL, "include_all_metadata", "true");

        assertThat(plain.path("messages").path(0).has("metadata")).isFalse();
        assertThat(withMetadata
                        .path("messages")
                        .path(0)
                        .path("metadata")
                        .path("event_payload")
                        .path("id")
                        .asText())
                .isEqualTo("7");
    }

    @Test
    void a_thread_is_read_page_by_page_oldest_first() {
        String root = postMessage("channel", INCIDENT_CHANNEL, "text", "root");
        for (int i = 1; i <= 3; i++) postMessage("channel", INCIDENT_CHANNEL, "text", "r" + i, "thread_ts", root);

        JsonNode first = client.callApi("conversations.replies", "channel", INCIDENT_CHANNEL, "ts", root, "limit", "3");
        String cursor = first.path("response_metadata").path("next_cursor").asText();
        JsonNode rest =
                client.callApi("conversations.replies", "channel", INCIDENT_CHANNEL, "ts", root, "cursor", cursor);

        assertThat(first.path("messages").findValuesAsText("text")).containsExactly("root", "r1", "r2");
        assertThat(first.path("messages").path(0).path("reply_count").asInt()).isEqualTo(3);
        assertThat(rest.path("messages").findValuesAsText("text")).containsExactly("r3");
        assertThat(rest.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void users_are_found_by_id_and_email_with_their_flags_and_locale() {
        JsonNode bruno = client.callApi("users.lookupByEmail", "email", "Bruno@example.com");
        JsonNode gwen = client.callApi("users.info", "user", "U0GWEN", "include_locale", "true");

        assertThat(bruno.path("user").path("id").asText()).isEqualTo("U0BRUNO");
        assertThat(gwen.path("user").path("is_restricted").asBoolean()).isTrue();
        assertThat(gwen.path("user").path("is_stranger").asBoolean()).isTrue();
        assertThat(gwen.path("user").path("locale").asText()).isEqualTo("en-US");
        assertThat(callExpectingError("users.lookupByEmail", "email", "nobody@example.com"))
                .isEqualTo("users_not_found");
        assertThat(callExpectingError("users.info", "user", "U0NOBODY")).isEqualTo("user_not_found");
        assertThat(client.callApi("usergroups.users.list", "usergroup", "S0ONCALL01")
                        .path("users")
                        .path(0)
                        .asText())
                .isEqualTo("U0CHIARA");
    }

    @Test
    void bursts_are_allowed_then_posting_in_one_channel_is_limited() {
        for (int i = 0; i < 20; i++) postMessage("channel", INCIDENT_CHANNEL, "text", "m" + i);

        HttpResponse<String> limited = client.callApiRaw(
                "chat.postMessage", FakeSlackClient.BOT_TOKEN, "channel", INCIDENT_CHANNEL, "text", "more");
        String elsewhere = postMessage("channel", "C0SHARED", "text", "fine");
        clock.advance(Duration.ofSeconds(1));
        String later = postMessage("channel", INCIDENT_CHANNEL, "text", "again");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("1");
        assertThat(elsewhere).isNotEmpty();
        assertThat(later).isNotEmpty();
    }

    @Test
    void updates_are_limited_to_fifty_a_minute() {
        String ts = postMessage("channel", INCIDENT_CHANNEL, "text", "x");
        int limitedAt = 0;
        for (int i = 1; i <= 60 && limitedAt == 0; i++) {
            boolean limited = client.callApiRaw(
                                    "chat.update",
                                    FakeSlackClient.BOT_TOKEN,
                                    "channel",
                                    INCIDENT_CHANNEL,
                                    "ts",
                                    ts,
                                    "text",
                                    "u" + i)
                            .statusCode()
                    == 429;
            if (limited) limitedAt = i;
        }
        assertThat(limitedAt).isEqualTo(51);
    }

    @Test
    void a_json_body_is_accepted_like_a_form() {
        JsonNode posted = client.callApiJson(
                "chat.postMessage",
                "{\"channel\":\"C0INCIDENT42\",\"text\":\"x\",\"blocks\":[{\"type\":\"divider\"}]}");

        assertThat(posted.path("message")
                        .path("blocks")
                        .path(0)
                        .path("block_id")
                        .asText())
                .isNotEmpty();
        assertThat(client.callApiJson("chat.postMessage", "[]").path("error").asText())
                .isEqualTo("json_not_object");
        assertThat(client.callApiJson("chat.postMessage", "{").path("error").asText())
                .isEqualTo("invalid_json");
    }

    @Test
    void calls_are_listed_and_can_be_cleared() {
        postMessage("channel", INCIDENT_CHANNEL, "text", "x");
        JsonNode calls = client.get("/sandbox/calls", Map.of()).path("calls");
        client.delete("/sandbox/calls");

        assertThat(calls.path(0).path("method").asText()).isEqualTo("chat.postMessage");
        assertThat(calls.path(0).path("channel").asText()).isEqualTo(INCIDENT_CHANNEL);
        assertThat(client.get("/sandbox/calls", Map.of()).path("calls")).isEmpty();
    }
}
