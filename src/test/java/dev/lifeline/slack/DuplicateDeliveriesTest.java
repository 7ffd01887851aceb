package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.testkit.InMemoryChannelRedirects;
import dev.lifeline.testkit.InMemoryOutbox;
import dev.lifeline.testkit.InMemorySeenSignatures;
import dev.lifeline.transport.HttpReply;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries that come twice, without what tells them apart, with too much in them, or while something else fails. */
class DuplicateDeliveriesTest extends HttpModeTestBase {

    private final String responseUrl = slack.url("/hooks/x").toString();
    private int requestCount;

    private HttpReply post(String payload) {
        return post(adapter, payload.startsWith("{") ? SamplePayloads.requestBody(payload) : payload);
    }

    private HttpReply post(SlackFixture to, String body) {
        SignedRequest post = SignedRequest.sign(body, clock.instant().getEpochSecond() + requestCount++);
        return to.handleHttpRequest("POST", post.headers(), post.body());
    }

    private String payload(String name) {
        return SamplePayloads.withFreshIds(new SamplePayloads(responseUrl).all().getOrDefault(name, ""), 1);
    }

    @Test
    void a_form_that_was_asked_for_twice_is_open_and_nobody_is_told_that_it_is_not() {
        slack.respondOnce("views.open", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.h\"}}");
        slack.failOnce("views.open", "exchanged_trigger_id");

        assertThat(post(payload("message_action")).status()).isEqualTo(200);
        assertThat(post(payload("message_action")).status()).isEqualTo(200);

        assertThat(slack.calls("/hooks/x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slash command", "block_actions", "app_mention", "view_submission"})
    void P2_what_cannot_be_told_from_its_copy_is_not_silently_taken_for_one(String name) {
        String nameless = payload(name)
                .replaceAll("\"trigger_id\":\"[^\"]*\"", "\"x\":1")
                .replaceAll("\"action_ts\":\"[^\"]*\"", "\"x\":1")
                .replaceAll("\"ts\":\"[^\"]*\"", "\"x\":1")
                .replaceAll("\"id\":\"V1\"", "\"x\":1");

        HttpReply answer = post(nameless);

        assertThat(inbox.interactions).isEmpty();
        assertThat(answer.status() == 400
                        || answer.body().contains("made no sense")
                        || slack.calls("/hooks/x").size() == 1)
                .as(answer.toString())
                .isTrue();
    }

    @Test
    void a_press_of_a_thousand_buttons_is_none() {
        ObjectNode press = (ObjectNode) StubSlack.parseJson(payload("block_actions"));
        ArrayNode actions = (ArrayNode) press.path("actions");
        for (int i = 0; i < 1_000; i++)
            actions.add(((ObjectNode) actions.get(0).deepCopy()).put("action_ts", "3." + i));

        post(press.toString());

        assertThat(inbox.interactions).isEmpty();
        assertThat(slack.onlyCallForm("/hooks/x")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web%C3%28", "web%FF", "web%ED%A0%80"})
    void what_is_no_utf_8_once_it_is_decoded_is_a_bad_request(String text) {
        String form = SamplePayloads.requestBody(payload("slash command")).replaceFirst("text=[^&]*", "text=" + text);
        assertThat(form).contains(text);

        assertThat(post(form).status()).isEqualTo(400);
        assertThat(inbox.interactions).isEmpty();
    }

    @Test
    void P3_a_fault_of_our_own_is_not_called_nonsense_of_slacks() {
        SharedRateLimiter broken = new SharedRateLimiter() {
            @Override
            public Optional<Instant> tryAcquire(String key, Rate rate) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public void pauseUntil(String kind, Instant until) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public Optional<Instant> pausedUntil(String kind) {
                throw new IllegalStateException("the disk is full");
            }
        };
        try (SlackFixture unlucky = SlackFixture.of(
                new SlackAdapter(account, broken, new InMemoryChannelRedirects(), clock),
                inbox,
                new InMemorySeenSignatures(clock),
                new InMemoryOutbox())) {
            String command = SamplePayloads.requestBody(payload("slash command"));
            assertThat(post(unlucky, command).body()).contains("incident").doesNotContain("made no sense");
        }
    }

    @Test
    void P2_a_window_that_slack_does_not_open_in_time_keeps_nobody_waiting_for_longer_than_slack_waits()
            throws Exception {
        for (int i = 0; i < 2; i++)
            slack.respondOnce(
                    "views.open",
                    new MockResponse.Builder()
                            .headersDelay(20, TimeUnit.SECONDS)
                            .build());
        String press = Pattern.compile("rescue.confirm")
                .matcher(payload("block_actions"))
                .replaceAll("rescue.reveal-password");

        HttpReply answer = CompletableFuture.supplyAsync(() -> post(press)).get(15, TimeUnit.SECONDS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(inbox.interactions).hasSize(1);
    }
}
