package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.transport.HttpReply;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error replies when a delivery cannot be processed: queue full, inbox not writable, no listener, malformed. */
class ErrorRepliesTest extends SocketModeTestBase {

    @Test
    void a_form_that_cannot_be_written_down_says_so_in_the_form() {
        inbox.beforeAdd = interaction -> {
            throw new IllegalStateException("the disk is full");
        };
        startAndAwaitReady();

        JsonNode ack = firstSocket.deliverAndAwaitAck("interactive", Payloads.deviceFormSubmission("db-01"));

        assertThat(ack.at("/payload/response_action").asText()).isEqualTo("errors");
        assertThat(ack.at("/payload/errors/device").asText()).contains("Nothing was done", "incident");
    }

    @Test
    void a_form_that_slack_does_not_open_is_answered_at_its_address() {
        slack.failOnce("views.open", "expired_trigger_id");
        slack.respondOnce("/hooks/form", "ok");
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck(
                "interactive",
                Payloads.messageShortcut("rescue_from_message")
                        .replace(
                                "https://hooks.slack.com/app/1",
                                slack.url("/hooks/form").toString()));

        assertThat(slack.calls("/hooks/form").get(0).body())
                .contains("Nothing was done", "three seconds", "again")
                .doesNotContain("store", "incident");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_trigger_id, three seconds",
        "internal_error, does not answer",
        "ratelimited, does not answer",
        "view_too_large, Trying again does not help",
        "app_access_restricted, Trying again does not help"
    })
    void what_slack_answers_to_a_form_is_told_as_what_it_is(String error, String said) {
        slack.failOnce("views.open", error);
        slack.respondOnce("/hooks/form", "ok");
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("interactive", shortcutAnsweredAt("/hooks/form"));

        assertThat(slack.calls("/hooks/form").get(0).body())
                .contains("Nothing was done", said)
                .doesNotContain("could not store");
    }

    @Test
    void a_copy_of_a_click_whose_form_is_open_gets_no_second_answer() {
        slack.failOnce("views.open", "exchanged_trigger_id");
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("interactive", shortcutAnsweredAt("/hooks/form"));

        assertThat(slack.calls("/hooks/form")).isEmpty();
    }

    private String shortcutAnsweredAt(String path) {
        return Payloads.messageShortcut("rescue_from_message")
                .replace("https://hooks.slack.com/app/1", slack.url(path).toString());
    }

    @Test
    void an_unknown_command_is_answered_politely() {
        startAndAwaitReady();

        JsonNode ack = firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("x", "t1", "/other"));

        assertThat(ack.path("payload").path("text").asText()).contains("Nothing was done", "/rescue help");
        assertThat(ack.path("payload").path("response_type").asText()).isEqualTo("ephemeral");
    }

    @Test
    void when_nothing_can_be_written_down_the_person_is_told_so() {
        inbox.beforeAdd = interaction -> {
            throw new IllegalStateException("the disk is full");
        };
        startAndAwaitReady();

        JsonNode ack = firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("web-07", "t1"));

        assertThat(ack.path("payload").path("text").asText())
                .contains("Nothing was done", "busy", "try again", "incident")
                .doesNotContain("disk");
    }

    @Test
    void a_click_that_cannot_be_stored_is_answered_at_its_response_url() {
        inbox.beforeAdd = interaction -> {
            throw new IllegalStateException("the disk is full");
        };
        slack.respondOnce("/hooks/press", "ok");
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck(
                "interactive",
                Payloads.buttonClickWithResponseUrl(slack.url("/hooks/press").toString()));

        assertThat(slack.calls("/hooks/press").get(0).body()).contains("Nothing was done");
    }

    @Test
    void an_event_that_cannot_be_written_down_is_left_to_come_again() {
        inbox.beforeAdd = interaction -> {
            if (interaction.payload().equals(new Interaction.Payload.SlashCommand("status")))
                throw new IllegalStateException("the disk is full");
        };
        startAndAwaitReady();

        firstSocket.sendEnvelope("events_api", "e1", Payloads.mention("Ev1", "<@U0BOT> status"));
        firstSocket.deliverAndAwaitAck("events_api", Payloads.mention("Ev2", "<@U0BOT> list"));

        assertThat(firstSocket.ackFor("e1")).isEmpty();
    }

    @Test
    void what_is_of_another_workspace_or_app_is_not_for_us() {
        startAndAwaitReady();

        for (String foreign :
                Payloads.fromOtherWorkspacesOrApps(slack.url("/hooks/x").toString())) {
            slack.respondOnce("/hooks/x", "ok");
            String type = foreign.contains("\"command\"")
                    ? "slash_commands"
                    : foreign.contains("\"event\"") ? "events_api" : "interactive";
            firstSocket.deliverAndAwaitAck(type, foreign);
        }

        assertThat(inbox.interactions).isEmpty();
    }

    @Test
    void nonsense_on_the_socket_is_survived() {
        startAndAwaitReady();

        firstSocket.sendText("not json at all");
        firstSocket.sendText("{\"type\":\"hello\",\"num_connections\":1}");
        firstSocket.sendText(
                "{\"envelope_id\":\"e0\",\"type\":\"interactive\",\"payload\":{\"type\":\"block_actions\"}}");
        firstSocket.sendText("{\"envelope_id\":\"e0\",\"type\":\"interactive\",\"payload\":[]}");
        firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("status", "t1"));
    }

    @Test
    void over_http_the_queue_is_limited_too_and_an_event_is_left_for_redelivery() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch allWorkersBusy = new CountDownLatch(MAX_QUEUED_HTTP_DELIVERIES);
        inbox.beforeAdd = interaction -> {
            allWorkersBusy.countDown();
            awaitLatch(release);
        };
        SamplePayloads samplePayloads =
                new SamplePayloads(slack.url("/hooks/late").toString());
        ExecutorService executor = Executors.newFixedThreadPool(MAX_QUEUED_HTTP_DELIVERIES);
        for (int i = 0; i < MAX_QUEUED_HTTP_DELIVERIES; i++) {
            int index = i;
            executor.execute(() -> post(samplePayloads, "slash command", index));
        }
        awaitLatch(allWorkersBusy);

        assertThat(post(samplePayloads, "slash command", 141).body()).contains("too much to do");
        assertThat(post(samplePayloads, "view_submission", 142).body()).contains("too much to do");
        assertThat(post(samplePayloads, "block_actions", 143).status()).isEqualTo(200);
        assertThat(slack.calls("/hooks/late")).hasSize(1);
        assertThat(post(samplePayloads, "app_mention", 144).status()).isEqualTo(503);
        release.countDown();
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(inbox.interactions).hasSize(MAX_QUEUED_HTTP_DELIVERIES);
    }

    private HttpReply post(SamplePayloads kinds, String kind, int turn) {
        String payload = SamplePayloads.withFreshIds(kinds.all().getOrDefault(kind, ""), turn);
        SignedRequest post = SignedRequest.sign(SamplePayloads.requestBody(payload), Fixtures.NOON.getEpochSecond());
        return adapter.handleHttpRequest("POST", post.headers(), post.body());
    }

    private static final int MAX_QUEUED_HTTP_DELIVERIES = 100;
}
