package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonSyntaxException;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.event.AppHomeOpenedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Traps of slack.md in what is asked and answered: first plain Bolt in the trap, then ours out of it (src/docs/slack-traps.md). */
class DispatchTrapsTest extends HttpConversation {

    private final PlainBolt plain = new PlainBolt(account.apiUrl(), StubSlack.BOT_TOKEN);
    private final Map<String, String> payloads =
            new PayloadKinds(slack.url("/hooks/x").toString()).all();
    private final String press = payload("block_actions");
    private final String command = payload("slash command");

    private String payload(String kind) {
        return PayloadKinds.fresh(payloads.getOrDefault(kind, ""), 1);
    }

    private HttpAnswer ours(String payload) {
        SignedPost post =
                SignedPost.of(PayloadKinds.body(payload), clock.instant().getEpochSecond());
        return door.answer("POST", post.headers(), post.body());
    }

    @Test
    void trap_4_what_nobody_handles_what_throws_and_two_actions_at_once_are_answered() throws Exception {
        String two = press.replaceFirst("(?s)\"actions\":\\[(.*?)]", "\"actions\":[$1,$1]");
        assertThat(plain.run(command).getStatusCode()).isEqualTo(404);
        assertThat(plain.run(press).getStatusCode()).isEqualTo(404);
        plain.app().blockAction(Pattern.compile(".*"), (request, context) -> context.ack());
        assertThat(plain.run(press).getStatusCode()).isEqualTo(200);
        assertThat(plain.run(two).getStatusCode()).isEqualTo(404);
        plain.app().command("/rescue", (request, context) -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> plain.run(command)).hasMessage("broken");

        inbox.before = ask -> {
            throw new IllegalStateException("broken");
        };
        assertThat(ours(command).body()).contains("Nothing was done", "incident");
        inbox.before = ask -> {};
        assertThat(ours(two).body()).isEmpty();
        assertThat(inbox.asks).as("the same action twice is one").hasSize(1);
        assertThat(ours(command.replace("/rescue", "/other")).body()).contains("Nothing was done");
        assertThat(ours(press.replace("rescue.confirm", "of.an.older.release")).status())
                .isEqualTo(200);
        assertThat(inbox.asks).as("whoever answers it knows the button").hasSize(2);
    }

    @Test
    void trap_7_one_bad_answer_to_auth_test_costs_one_delivery_and_not_ten_minutes() throws Exception {
        plain.app().command("/rescue", (request, context) -> context.ack());
        plain.app().start();
        slack.refuses("auth.test", "internal_error");
        assertThat(plain.run(command).getStatusCode()).isEqualTo(401);
        assertThat(plain.run(command).getStatusCode())
                .as("Slack is well again, and plain Bolt does not ask")
                .isEqualTo(401);

        int before = slack.calls("auth.test").size();
        slack.refuses("auth.test", "internal_error");
        assertThat(ours(command).body()).contains("incident");
        assertThat(ours(PayloadKinds.fresh(payloads.getOrDefault("slash command", ""), 2))
                        .body())
                .isEmpty();
        assertThat(inbox.asks).hasSize(1);
        assertThat(slack.calls("auth.test"))
                .as("the bad one, the good one, and none of Bolt's own")
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
        var client = plain.slack().methods(StubSlack.BOT_TOKEN);
        slack.says("chat.postMessage", limited);
        assertThatThrownBy(
                        () -> client.chatPostMessage(post -> post.channel("C1").text("x")))
                .isInstanceOf(SlackApiException.class);
        assertThat(slack.calls("chat.postMessage"))
                .as("plain Bolt does not try again")
                .hasSize(1);
        slack.refuses("chat.postMessage", "not_in_channel");
        assertThat(client.chatPostMessage(post -> post.channel("C1").text("x")).isOk())
                .isFalse();
        slack.says("chat.postMessage", page);
        assertThatThrownBy(
                        () -> client.chatPostMessage(post -> post.channel("C1").text("x")))
                .isInstanceOf(JsonSyntaxException.class);

        try (WebApi api =
                new WebApi(account, new com.fasterxml.jackson.databind.ObjectMapper(), new OwnBudgets(clock), clock)) {
            slack.refuses("chat.postMessage", "not_in_channel");
            assertThat(failure(api).error()).isEqualTo(SlackError.NOT_INVITED);
            slack.says("chat.postMessage", page);
            assertThat(failure(api).error()).isEqualTo(SlackError.AWAY);
            slack.says("chat.postMessage", limited);
            assertThat(failure(api).retryAfter()).contains(java.time.Duration.ofSeconds(7));
        }
    }

    private static SlackFailure failure(WebApi api) {
        try {
            api.call(ApiMethod.POST, Map.of("channel", "C1"));
            throw new AssertionError("that was no failure");
        } catch (SlackFailure failure) {
            return failure;
        }
    }

    @Test
    void trap_10_the_same_delivery_twice_is_done_once_and_a_retry_is_not_dropped() throws Exception {
        List<String> done = new ArrayList<>();
        plain.app().command("/rescue", (request, context) -> {
            done.add(request.getPayload().getText());
            return context.ack();
        });
        plain.run(command);
        plain.run(command);
        assertThat(done).hasSize(2);

        ours(command);
        clock.pass(java.time.Duration.ofSeconds(1)); // signed anew, so no copy of a request
        ours(command);
        assertThat(inbox.asks).hasSize(1);
        SignedPost retry = SignedPost.of(payload("app_mention"), clock.instant().getEpochSecond());
        Map<String, String> headers = new java.util.HashMap<>(retry.headers());
        headers.put("x-slack-retry-num", "2");
        door.answer("POST", headers, retry.body());
        assertThat(inbox.asks)
                .as("the first that arrives, whichever attempt it is")
                .hasSize(2);
    }

    @Test
    void trap_11_dates_of_tomorrow_copies_and_unsigned_nonsense_are_refused_unread() {
        SlackSignature.Generator generator = new SlackSignature.Generator(StubSlack.SECRET);
        SlackSignature.Verifier verifier = new SlackSignature.Verifier(generator);
        String tomorrow = Long.toString(System.currentTimeMillis() / 1_000 + 86_400);
        String signature = generator.generate(tomorrow, "x");
        assertThat(verifier.isValid(tomorrow, "x", signature)).isTrue();
        assertThat(verifier.isValid(tomorrow, "x", signature)).as("a copy").isTrue();
        assertThatThrownBy(() -> plain.parsed("payload=%7Bbroken", Map.of(), false))
                .as("read before it is verified")
                .isInstanceOf(JsonSyntaxException.class);

        SignedPost early =
                SignedPost.of(PayloadKinds.body(command), clock.instant().getEpochSecond() + 86_400);
        assertThat(door.answer("POST", early.headers(), early.body()).status()).isEqualTo(401);
        assertThat(ours(command).status()).isEqualTo(200);
        assertThat(ours(command).status()).as("a copy").isEqualTo(401);
        byte[] nonsense = "payload=%7Bbroken".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(door.answer("POST", Map.of(), nonsense).status()).isEqualTo(401);
    }

    @Test
    void trap_13_the_form_is_opened_before_anything_else_is_asked_of_slack() {
        ours(command); // from now on the bot knows where it is at home

        int before = slack.calls().size();
        ours(payload("message_action"));

        assertThat(slack.calls().get(before).path()).isEqualTo("/api/views.open");
        assertThat(slack.calls("views.open").get(0).form()).containsEntry("trigger_id", "t.1");
    }

    @Test
    void trap_13_in_a_thread_where_no_command_runs_the_shortcut_and_a_mention_do() {
        ours(payload("message_action").replace("\"ts\":\"1.1\"}", "\"ts\":\"1.1\",\"thread_ts\":\"1.0\"}"));
        ours(payload("app_mention").replace("\"event_ts\"", "\"thread_ts\":\"1.0\",\"event_ts\""));

        assertThat(slack.calls("views.open")).hasSize(1);
        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void trap_19_an_opened_home_is_taken_in_its_wrapper_and_without_it_does_no_harm() throws Exception {
        String bare = payload("app_home_opened")
                .replaceFirst("(?s).*\"event\":\\s*(.*)}", "$1")
                .replace("\"user\"", "\"team_id\":\"T1OURS\",\"api_app_id\":\"A0APP\",\"user\"");
        plain.app().event(AppHomeOpenedEvent.class, (event, context) -> context.ack());
        try (HeardLog log = HeardLog.of("com.slack.api")) {
            assertThat(plain.parsed(bare, Map.of(), true)).isNull();
            assertThat(plain.run(payload("app_home_opened")).getStatusCode()).isEqualTo(200);
            assertThat(log.said()).as("all of it").contains(PayloadKinds.PRIVATE);
        }

        try (HeardLog log = HeardLog.of("ROOT")) {
            assertThat(ours(payload("app_home_opened")).status()).isEqualTo(200);
            assertThat(ours(bare).status()).isEqualTo(404);
            assertThat(ours(command).status()).isEqualTo(200);
            assertThat(log.said()).contains("app_home_opened").doesNotContain(PayloadKinds.PRIVATE);
        }
    }
}
