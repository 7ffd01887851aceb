package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonSyntaxException;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.lifeline.slack.HttpModeTestBase;
import dev.lifeline.slack.LogCapture;
import dev.lifeline.slack.PlainBolt;
import dev.lifeline.slack.SamplePayloads;
import dev.lifeline.slack.SignedRequest;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.transport.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/**
 * Known issues of Slack and Bolt in deliveries and responses: first plain Bolt with the issue, then the bot without it
 * (src/docs/platform/slack.md, section Known issues).
 */
class DispatchKnownIssuesTest extends HttpModeTestBase {

    private final PlainBolt plainBolt = new PlainBolt(account.apiUrl(), StubSlack.BOT_TOKEN);
    private final Map<String, String> payloads =
            new SamplePayloads(slack.url("/hooks/x").toString()).all();
    private final String clickPayload = payload("block_actions");
    private final String commandPayload = payload("slash command");

    private String payload(String kind) {
        return SamplePayloads.withFreshIds(payloads.getOrDefault(kind, ""), 1);
    }

    private HttpReply post(String payload) {
        SignedRequest post = SignedRequest.sign(
                SamplePayloads.requestBody(payload), clock.instant().getEpochSecond());
        return adapter.handleHttpRequest("POST", post.headers(), post.body());
    }

    @Test
    void trap_4_what_nobody_handles_what_throws_and_two_actions_at_once_are_answered() throws Exception {
        String two = clickPayload.replaceFirst("(?s)\"actions\":\\[(.*?)]", "\"actions\":[$1,$1]");
        assertThat(plainBolt.run(commandPayload).getStatusCode()).isEqualTo(404);
        assertThat(plainBolt.run(clickPayload).getStatusCode()).isEqualTo(404);
        plainBolt.app().blockAction(Pattern.compile(".*"), (request, context) -> context.ack());
        assertThat(plainBolt.run(clickPayload).getStatusCode()).isEqualTo(200);
        assertThat(plainBolt.run(two).getStatusCode()).isEqualTo(404);
        plainBolt.app().command("/rescue", (request, context) -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> plainBolt.run(commandPayload)).hasMessage("broken");

        inbox.beforeAdd = interaction -> {
            throw new IllegalStateException("broken");
        };
        assertThat(post(commandPayload).body()).contains("Nothing was done", "incident");
        inbox.beforeAdd = interaction -> {};
        assertThat(post(two).body()).isEmpty();
        assertThat(inbox.interactions).as("the same action twice is one").hasSize(1);
        assertThat(post(commandPayload.replace("/rescue", "/other")).body()).contains("Nothing was done");
        assertThat(post(clickPayload.replace("rescue.confirm", "of.an.older.release"))
                        .status())
                .isEqualTo(200);
        assertThat(inbox.interactions).as("each click keeps its action id").hasSize(2);
    }

    @Test
    void trap_7_one_bad_answer_to_auth_test_costs_one_delivery_and_not_ten_minutes() throws Exception {
        plainBolt.app().command("/rescue", (request, context) -> context.ack());
        plainBolt.app().start();
        slack.failOnce("auth.test", "internal_error");
        assertThat(plainBolt.run(commandPayload).getStatusCode()).isEqualTo(401);
        assertThat(plainBolt.run(commandPayload).getStatusCode())
                .as("Slack has recovered, and plain Bolt does not retry")
                .isEqualTo(401);

        int before = slack.calls("auth.test").size();
        slack.failOnce("auth.test", "internal_error");
        assertThat(post(commandPayload).body()).contains("incident");
        assertThat(post(SamplePayloads.withFreshIds(payloads.getOrDefault("slash command", ""), 2))
                        .body())
                .isEmpty();
        assertThat(inbox.interactions).hasSize(1);
        assertThat(slack.calls("auth.test"))
                .as("the failed call, the good call, and none of Bolt's own")
                .hasSize(before + 2);
    }

    @Test
    void trap_9_limits_refusals_and_pages_are_failures_with_a_meaning() throws Exception {
        MockResponse limited = new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .body("{}")
                .build();
        MockResponse page = new MockResponse.Builder().body("<html>down</html>").build();
        var client = plainBolt.slack().methods(StubSlack.BOT_TOKEN);
        slack.respondOnce("chat.postMessage", limited);
        assertThatThrownBy(
                        () -> client.chatPostMessage(post -> post.channel("C1").text("x")))
                .isInstanceOf(SlackApiException.class);
        assertThat(slack.calls("chat.postMessage"))
                .as("plain Bolt does not retry")
                .hasSize(1);
        slack.failOnce("chat.postMessage", "not_in_channel");
        assertThat(client.chatPostMessage(post -> post.channel("C1").text("x")).isOk())
                .isFalse();
        slack.respondOnce("chat.postMessage", page);
        assertThatThrownBy(
                        () -> client.chatPostMessage(post -> post.channel("C1").text("x")))
                .isInstanceOf(JsonSyntaxException.class);

        try (WebApi api = new WebApi(
                account, new com.fasterxml.jackson.databind.ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            slack.failOnce("chat.postMessage", "not_in_channel");
            assertThat(failure(api).errorKind()).isEqualTo(SlackErrorKind.NOT_INVITED);
            slack.respondOnce("chat.postMessage", page);
            assertThat(failure(api).errorKind()).isEqualTo(SlackErrorKind.UNAVAILABLE);
            slack.respondOnce("chat.postMessage", limited);
            assertThat(failure(api).retryAfter()).contains(java.time.Duration.ofSeconds(7));
        }
    }

    private static SlackCallException failure(WebApi api) {
        try {
            api.call(ApiMethod.CHAT_POST_MESSAGE, Map.of("channel", "C1"));
            throw new AssertionError("that was no failure");
        } catch (SlackCallException failure) {
            return failure;
        }
    }

    @Test
    void trap_10_the_same_delivery_twice_is_done_once_and_a_retry_is_not_dropped() throws Exception {
        List<String> done = new ArrayList<>();
        plainBolt.app().command("/rescue", (request, context) -> {
            done.add(request.getPayload().getText());
            return context.ack();
        });
        plainBolt.run(commandPayload);
        plainBolt.run(commandPayload);
        assertThat(done).hasSize(2);

        post(commandPayload);
        clock.advance(java.time.Duration.ofSeconds(1)); // another signature, so that it is no replay
        post(commandPayload);
        assertThat(inbox.interactions).hasSize(1);
        SignedRequest retry =
                SignedRequest.sign(payload("app_mention"), clock.instant().getEpochSecond());
        Map<String, String> headers = new java.util.HashMap<>(retry.headers());
        headers.put("x-slack-retry-num", "2");
        adapter.handleHttpRequest("POST", headers, retry.body());
        assertThat(inbox.interactions)
                .as("the first delivery that arrives, whichever attempt it is")
                .hasSize(2);
    }

    @Test
    void trap_11_dates_of_tomorrow_copies_and_unsigned_nonsense_are_refused_unread() {
        SlackSignature.Generator generator = new SlackSignature.Generator(StubSlack.SIGNING_SECRET);
        SlackSignature.Verifier verifier = new SlackSignature.Verifier(generator);
        String tomorrow = Long.toString(System.currentTimeMillis() / 1_000 + 86_400);
        String signature = generator.generate(tomorrow, "x");
        assertThat(verifier.isValid(tomorrow, "x", signature)).isTrue();
        assertThat(verifier.isValid(tomorrow, "x", signature)).as("a replay").isTrue();
        assertThatThrownBy(() -> plainBolt.parse("payload=%7Bbroken", Map.of(), false))
                .as("read before it is verified")
                .isInstanceOf(JsonSyntaxException.class);

        SignedRequest early = SignedRequest.sign(
                SamplePayloads.requestBody(commandPayload), clock.instant().getEpochSecond() + 86_400);
        assertThat(adapter.handleHttpRequest("POST", early.headers(), early.body())
                        .status())
                .isEqualTo(401);
        assertThat(post(commandPayload).status()).isEqualTo(200);
        assertThat(post(commandPayload).status()).as("a replay").isEqualTo(401);
        byte[] nonsense = "payload=%7Bbroken".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(adapter.handleHttpRequest("POST", Map.of(), nonsense).status())
                .isEqualTo(401);
    }

    @Test
    void trap_13_the_form_is_opened_before_anything_else_is_asked_of_slack() {
        post(commandPayload); // from now on the bot knows its workspace

        int before = slack.calls().size();
        post(payload("message_action"));

        assertThat(slack.calls().get(before).path()).isEqualTo("/api/views.open");
        assertThat(slack.calls("views.open").get(0).form()).containsEntry("trigger_id", "t.1");
    }

    @Test
    void trap_13_in_a_thread_where_no_command_runs_the_shortcut_and_a_mention_do() {
        post(payload("message_action").replace("\"ts\":\"1.1\"}", "\"ts\":\"1.1\",\"thread_ts\":\"1.0\"}"));
        post(payload("app_mention").replace("\"event_ts\"", "\"thread_ts\":\"1.0\",\"event_ts\""));

        assertThat(slack.calls("views.open")).hasSize(1);
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void trap_19_an_opened_home_is_taken_in_its_wrapper_and_without_it_does_no_harm() throws Exception {
        String bare = payload("app_home_opened")
                .replaceFirst("(?s).*\"event\":\\s*(.*)}", "$1")
                .replace("\"user\"", "\"team_id\":\"T1OURS\",\"api_app_id\":\"A0APP\",\"user\"");
        plainBolt.app().event(AppHomeOpenedEvent.class, (event, context) -> context.ack());
        try (LogCapture log = LogCapture.warningsOf("com.slack.api")) {
            assertThat(plainBolt.parse(bare, Map.of(), true)).isNull();
            assertThat(plainBolt.run(payload("app_home_opened")).getStatusCode())
                    .isEqualTo(200);
            assertThat(log.messages()).as("the whole payload").contains(SamplePayloads.USER_TEXT_CANARY);
        }

        try (LogCapture log = LogCapture.warningsOf("ROOT")) {
            assertThat(post(payload("app_home_opened")).status()).isEqualTo(200);
            assertThat(post(bare).status()).isEqualTo(404);
            assertThat(post(commandPayload).status()).isEqualTo(200);
            assertThat(log.messages()).contains("app_home_opened").doesNotContain(SamplePayloads.USER_TEXT_CANARY);
        }
    }
}
