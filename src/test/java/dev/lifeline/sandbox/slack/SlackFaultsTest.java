package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the fake Slack are injected on request, as often and as long as requested. */
class SlackFaultsTest extends FakeSlackTestBase {

    private HttpResponse<String> callPostMessage() {
        return client.callApiRaw(
                "chat.postMessage", FakeSlackClient.BOT_TOKEN, "channel", INCIDENT_CHANNEL, "text", "x");
    }

    private void injectFault(String name, Map<String, ?> more) {
        Map<String, Object> whole = new HashMap<>(more);
        whole.put("fault", name);
        assertThat(client.injectFault(whole).path("ok").asBoolean()).isTrue();
    }

    @Test
    void a_rate_limit_names_the_seconds_to_wait() {
        injectFault("ratelimited", Map.of("times", 2, "seconds", 7, "method", "chat.postMessage"));

        HttpResponse<String> limited = callPostMessage();

        assertThat(client.callApi("api.test").path("ok").asBoolean()).isTrue();
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(callPostMessage().statusCode()).isEqualTo(429);
        assertThat(callPostMessage().statusCode()).isEqualTo(200);
    }

    @Test
    void a_rate_limit_can_omit_the_seconds_to_wait() {
        injectFault("ratelimited-without-retry-after", Map.of());

        HttpResponse<String> limited = callPostMessage();

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account_inactive",
                "edit_window_closed",
                "fatal_error",
                "invalid_auth",
                "message_limit_exceeded",
                "request_timeout",
                "service_unavailable",
                "team_access_not_granted",
                "token_expired"
            })
    void any_slack_error_can_be_injected_by_its_name(String error) {
        injectFault("api-error", Map.of("error", error, "method", "chat.postMessage"));

        assertThat(FakeSlackClient.parseJson(callPostMessage()).path("error").asText())
                .isEqualTo(error);
        assertThat(callPostMessage().statusCode()).isEqualTo(200);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void a_fault_can_last_and_can_be_limited_to_a_channel() {
        injectFault("http-503", Map.of("for", 60, "channel", "incident-42"));

        assertThat(callPostMessage().statusCode()).isEqualTo(503);
        assertThat(callPostMessage().statusCode()).isEqualTo(503);
        assertThat(postMessage("channel", "C0SHARED", "text", "x")).isNotEmpty();
        clock.advance(Duration.ofSeconds(61));
        assertThat(callPostMessage().statusCode()).isEqualTo(200);
    }

    @Test
    void responses_can_be_errors_html_pages_and_dropped_connections() {
        injectFault("internal_error", Map.of());
        assertThat(FakeSlackClient.parseJson(callPostMessage()).path("error").asText())
                .isEqualTo("internal_error");
        injectFault("api-error", Map.of("error", "fatal_error"));
        assertThat(FakeSlackClient.parseJson(callPostMessage()).path("error").asText())
                .isEqualTo("fatal_error");
        injectFault("http-500", Map.of());
        assertThat(callPostMessage().statusCode()).isEqualTo(500);
        injectFault("html-200", Map.of());
        assertThat(callPostMessage().body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void a_connection_is_dropped_before_or_after_the_call() {
        injectFault("drop-before", Map.of("method", "chat.postMessage"));
        assertThatThrownBy(this::callPostMessage).isInstanceOf(IllegalStateException.class);
        assertThat(messages()).isEmpty();
        injectFault("commit-then-drop", Map.of("method", "chat.postMessage"));
        assertThatThrownBy(this::callPostMessage).isInstanceOf(IllegalStateException.class);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void a_post_can_be_accepted_and_never_shown() {
        injectFault("not-shown", Map.of());

        JsonNode taken = FakeSlackClient.parseJson(callPostMessage());

        assertThat(taken.path("ok").asBoolean()).isTrue();
        assertThat(taken.path("ts").asText()).isNotEmpty();
        assertThat(messages()).isEmpty();
        assertThat(FakeSlackClient.parseJson(client.callApiRaw(
                                "chat.update",
                                FakeSlackClient.BOT_TOKEN,
                                "channel",
                                INCIDENT_CHANNEL,
                                "ts",
                                taken.path("ts").asText(),
                                "text",
                                "y"))
                        .path("error")
                        .asText())
                .isEqualTo("message_not_found");
        assertThat(FakeSlackClient.parseJson(callPostMessage()).path("ok").asBoolean())
                .isTrue();
        assertThat(messages()).hasSize(1);
    }

    @Test
    void an_ephemeral_message_can_be_accepted_and_never_shown() {
        injectFault("not-shown", Map.of("method", "chat.postEphemeral"));

        JsonNode taken =
                client.callApi("chat.postEphemeral", "channel", INCIDENT_CHANNEL, "user", "U0ASHA", "text", "psst");

        assertThat(taken.path("message_ts").asText()).isNotEmpty();
        assertThat(messages()).isEmpty();
    }

    private JsonNode messages() {
        return client.visibleTo("asha", "incident-42").path("messages");
    }

    @Test
    void a_slow_call_is_carried_out() {
        injectFault("slow", Map.of("seconds", 0));

        assertThat(callPostMessage().statusCode()).isEqualTo(200);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void connecting_can_be_made_to_fail() {
        injectFault("auth-error-once", Map.of());
        injectFault("connections-open-fails", Map.of());

        assertThat(callExpectingError("auth.test")).isEqualTo("internal_error");
        assertThat(callExpectingError("auth.test")).isEmpty();
        assertThat(FakeSlackClient.parseJson(client.callApiRaw("apps.connections.open", FakeSlackClient.APP_TOKEN))
                        .path("ok")
                        .asBoolean(true))
                .isFalse();
        assertThat(FakeSlackClient.parseJson(client.callApiRaw("apps.connections.open", FakeSlackClient.APP_TOKEN))
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_unknown_fault_is_answered_with_the_known_ones() {
        JsonNode refused = client.injectFault(Map.of("fault", "earthquake"));

        assertThat(refused.path("ok").asBoolean(true)).isFalse();
        assertThat(refused.path("choices").toString()).contains("ratelimited", "drop-socket", "revoke-scope");
    }

    @Test
    void a_body_that_is_not_json_is_answered_with_the_known_faults_too() {
        HttpResponse<String> refused = client.send(HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/faults"))
                .POST(HttpRequest.BodyPublishers.ofString("{ratelimited"))
                .build());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("ratelimited", "drop-socket");
    }

    @Test
    void each_fault_is_documented() throws IOException {
        String page = Files.readString(Path.of("src/docs/sandbox.md"));

        assertThat(client.get("/sandbox/faults", Map.of()).path("known"))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(page).contains("`" + fault.asText() + "`"));
    }

    @Test
    void planned_faults_are_listed_and_cleared() {
        injectFault("http-500", Map.of("times", 3));
        JsonNode listed = client.get("/sandbox/faults", Map.of()).path("faults");
        client.delete("/sandbox/faults");

        assertThat(listed.path(0).path("fault").asText()).isEqualTo("http-500");
        assertThat(listed.path(0).path("times").asInt()).isEqualTo(3);
        assertThat(callPostMessage().statusCode()).isEqualTo(200);
    }

    @Test
    void a_channel_is_archived_until_faults_are_cleared() {
        injectFault("archive-channel", Map.of("channel", "incident-42"));
        assertThat(FakeSlackClient.parseJson(callPostMessage()).path("error").asText())
                .isEqualTo("is_archived");
        client.delete("/sandbox/faults");

        assertThat(FakeSlackClient.parseJson(callPostMessage()).path("ok").asBoolean())
                .isTrue();
    }
}
