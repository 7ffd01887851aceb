package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.command.Ask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is answered where nothing can be done: too much at once, nothing to write on, nobody to listen, nonsense. */
class ApologyTest extends SocketConversation {

    @Test
    void a_form_that_cannot_be_written_down_says_so_in_the_form() {
        inbox.before = ask -> {
            throw new IllegalStateException("the disk is full");
        };
        connect();

        JsonNode ack = first.delivers("interactive", Payloads.device("db-01"));

        assertThat(ack.at("/payload/response_action").asText()).isEqualTo("errors");
        assertThat(ack.at("/payload/errors/device").asText()).contains("Nothing was done", "incident");
    }

    @Test
    void a_form_that_slack_does_not_open_is_answered_at_its_address() {
        slack.refuses("views.open", "expired_trigger_id");
        slack.says("/hooks/form", "ok");
        connect();

        first.delivers(
                "interactive",
                Payloads.shortcut("rescue_from_message")
                        .replace(
                                "https://hooks.slack.com/app/1",
                                slack.url("/hooks/form").toString()));

        assertThat(slack.calls("/hooks/form").get(0).body()).contains("Nothing was done");
    }

    @Test
    void an_unknown_command_is_answered_politely() {
        connect();

        JsonNode ack = first.delivers("slash_commands", Payloads.command("x", "t1", "/other"));

        assertThat(ack.path("payload").path("text").asText()).contains("Nothing was done", "/rescue help");
        assertThat(ack.path("payload").path("response_type").asText()).isEqualTo("ephemeral");
    }

    @Test
    void when_nothing_can_be_written_down_the_person_is_told_so() {
        inbox.before = ask -> {
            throw new IllegalStateException("the disk is full");
        };
        connect();

        JsonNode ack = first.delivers("slash_commands", Payloads.command("web-07", "t1"));

        assertThat(ack.path("payload").path("text").asText())
                .contains("Nothing was done", "incident")
                .doesNotContain("disk");
    }

    @Test
    void a_press_that_cannot_be_written_down_is_answered_at_its_address() {
        inbox.before = ask -> {
            throw new IllegalStateException("the disk is full");
        };
        slack.says("/hooks/press", "ok");
        connect();

        first.delivers(
                "interactive",
                Payloads.pressAnsweredAt(slack.url("/hooks/press").toString()));

        assertThat(slack.calls("/hooks/press").get(0).body()).contains("Nothing was done");
    }

    @Test
    void an_event_that_cannot_be_written_down_is_left_to_come_again() {
        inbox.before = ask -> {
            if (ask.what().equals(new Ask.What.Typed("status"))) throw new IllegalStateException("the disk is full");
        };
        connect();

        first.sends("events_api", "e1", Payloads.mention("Ev1", "<@U0BOT> status"));
        first.delivers("events_api", Payloads.mention("Ev2", "<@U0BOT> list"));

        assertThat(first.acknowledged("e1")).isEmpty();
    }

    @Test
    void what_is_of_another_workspace_or_app_is_not_for_us() {
        connect();

        for (String foreign : Payloads.foreignOnes(slack.url("/hooks/x").toString())) {
            slack.says("/hooks/x", "ok");
            String type = foreign.contains("\"command\"")
                    ? "slash_commands"
                    : foreign.contains("\"event\"") ? "events_api" : "interactive";
            first.delivers(type, foreign);
        }

        assertThat(inbox.asks).isEmpty();
    }

    @Test
    void nonsense_on_the_socket_is_survived() {
        connect();

        first.raw("not json at all");
        first.raw("{\"type\":\"hello\",\"num_connections\":1}");
        first.raw("{\"envelope_id\":\"e0\",\"type\":\"interactive\",\"payload\":{\"type\":\"block_actions\"}}");
        first.raw("{\"envelope_id\":\"e0\",\"type\":\"interactive\",\"payload\":[]}");
        first.delivers("slash_commands", Payloads.command("status", "t1"));
    }

    @Test
    void over_http_there_is_as_little_room_and_an_event_is_left_to_come_again() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch allHands = new CountDownLatch(ROOM_OVER_HTTP);
        inbox.before = ask -> {
            allHands.countDown();
            awaited(over);
        };
        PayloadKinds kinds = new PayloadKinds(slack.url("/hooks/late").toString());
        ExecutorService crowd = Executors.newFixedThreadPool(ROOM_OVER_HTTP);
        for (int i = 0; i < ROOM_OVER_HTTP; i++) {
            int turn = i;
            crowd.execute(() -> posted(kinds, "slash command", turn));
        }
        awaited(allHands);

        assertThat(posted(kinds, "slash command", 141).body()).contains("too much to do");
        assertThat(posted(kinds, "view_submission", 142).body()).contains("too much to do");
        assertThat(posted(kinds, "block_actions", 143).status()).isEqualTo(200);
        assertThat(slack.calls("/hooks/late")).hasSize(1);
        assertThat(posted(kinds, "app_mention", 144).status()).isEqualTo(503);
        over.countDown();
        crowd.shutdown();
        assertThat(crowd.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(inbox.asks).hasSize(ROOM_OVER_HTTP);
    }

    private HttpAnswer posted(PayloadKinds kinds, String kind, int turn) {
        String payload = PayloadKinds.fresh(kinds.all().getOrDefault(kind, ""), turn);
        SignedPost post = SignedPost.of(PayloadKinds.body(payload), SettableClock.NOON.getEpochSecond());
        return door.answer("POST", post.headers(), post.body());
    }

    private static final int ROOM_OVER_HTTP = 100;
}
