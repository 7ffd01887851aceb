package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Budgets;
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
class DoubtfulDeliveriesTest extends HttpConversation {

    private final String address = slack.url("/hooks/x").toString();
    private int turn;

    private HttpAnswer sent(String payload) {
        return sent(door, payload.startsWith("{") ? PayloadKinds.body(payload) : payload);
    }

    private HttpAnswer sent(SlackDoor to, String body) {
        SignedPost post = SignedPost.of(body, clock.instant().getEpochSecond() + turn++);
        return to.answer("POST", post.headers(), post.body());
    }

    private String kind(String name) {
        return PayloadKinds.fresh(new PayloadKinds(address).all().getOrDefault(name, ""), 1);
    }

    @Test
    void a_form_that_was_asked_for_twice_is_open_and_nobody_is_told_that_it_is_not() {
        slack.says("views.open", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.h\"}}");
        slack.refuses("views.open", "exchanged_trigger_id");

        assertThat(sent(kind("message_action")).status()).isEqualTo(200);
        assertThat(sent(kind("message_action")).status()).isEqualTo(200);

        assertThat(slack.calls("/hooks/x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slash command", "block_actions", "app_mention", "view_submission"})
    void P2_what_cannot_be_told_from_its_copy_is_not_silently_taken_for_one(String name) {
        String nameless = kind(name)
                .replaceAll("\"trigger_id\":\"[^\"]*\"", "\"x\":1")
                .replaceAll("\"action_ts\":\"[^\"]*\"", "\"x\":1")
                .replaceAll("\"ts\":\"[^\"]*\"", "\"x\":1")
                .replaceAll("\"id\":\"V1\"", "\"x\":1");

        HttpAnswer answer = sent(nameless);

        assertThat(inbox.asks).isEmpty();
        assertThat(answer.status() == 400
                        || answer.body().contains("made no sense")
                        || slack.calls("/hooks/x").size() == 1)
                .as(answer.toString())
                .isTrue();
    }

    @Test
    void a_press_of_a_thousand_buttons_is_none() {
        ObjectNode press = (ObjectNode) StubSlack.json(kind("block_actions"));
        ArrayNode actions = (ArrayNode) press.path("actions");
        for (int i = 0; i < 1_000; i++)
            actions.add(((ObjectNode) actions.get(0).deepCopy()).put("action_ts", "3." + i));

        sent(press.toString());

        assertThat(inbox.asks).isEmpty();
        assertThat(slack.only("/hooks/x")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web%C3%28", "web%FF", "web%ED%A0%80"})
    void what_is_no_utf_8_once_it_is_decoded_is_a_bad_request(String text) {
        String form = PayloadKinds.body(kind("slash command")).replaceFirst("text=[^&]*", "text=" + text);
        assertThat(form).contains(text);

        assertThat(sent(form).status()).isEqualTo(400);
        assertThat(inbox.asks).isEmpty();
    }

    @Test
    void P3_a_fault_of_our_own_is_not_called_nonsense_of_slacks() {
        Budgets broken = new Budgets() {
            @Override
            public Optional<Instant> take(String key, Rate rate) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public void rest(String kind, Instant until) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public Optional<Instant> resting(String kind) {
                throw new IllegalStateException("the disk is full");
            }
        };
        Shelves whole = LoneShelves.of(inbox, new ListedOutbox(), clock);
        Shelves shelves = new Shelves(whole.inbox(), whole.outbox(), whole.whereabouts(), whole.replays(), broken);
        try (SlackDoor unlucky = new SlackDoor(account, shelves, (letter, reason) -> {}, clock)) {
            String command = PayloadKinds.body(kind("slash command"));
            assertThat(sent(unlucky, command).body()).contains("incident").doesNotContain("made no sense");
        }
    }

    @Test
    void P2_a_window_that_slack_does_not_open_in_time_keeps_nobody_waiting_for_longer_than_slack_waits()
            throws Exception {
        for (int i = 0; i < 2; i++)
            slack.says(
                    "views.open",
                    new MockResponse.Builder()
                            .headersDelay(20, TimeUnit.SECONDS)
                            .build());
        String press =
                Pattern.compile("rescue.confirm").matcher(kind("block_actions")).replaceAll("rescue.reveal-password");

        HttpAnswer answer = CompletableFuture.supplyAsync(() -> sent(press)).get(4, TimeUnit.SECONDS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(inbox.asks).hasSize(1);
    }
}
