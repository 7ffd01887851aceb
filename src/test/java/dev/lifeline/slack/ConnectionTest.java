package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** How the connection to Slack is kept, and how it ends. */
class ConnectionTest extends SocketConversation {

    @Test
    void slack_being_away_at_the_start_is_waited_for() {
        slack.says("auth.test", new MockResponse.Builder().code(503).build());
        slack.refuses("apps.connections.open", "internal_error");
        slack.meets(first);
        assertThat(door.ready()).isFalse();

        door.start();

        await().atMost(Duration.ofSeconds(20)).until(door::ready);
    }

    @Test
    void a_lost_connection_is_opened_again() {
        connect();
        SlackSocket second = new SlackSocket();
        slack.meets(second);

        first.breaks();

        await().atMost(Duration.ofSeconds(30)).until(second::isOpen);
        second.delivers("slash_commands", Payloads.command("status", "t1"));
        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void slack_may_move_the_connection() {
        connect();
        SlackSocket second = new SlackSocket();
        slack.meets(second);

        first.raw("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");

        await().atMost(Duration.ofSeconds(20)).until(second::isOpen);
        second.delivers("slash_commands", Payloads.command("status", "t1"));
    }

    @Test
    void closing_waits_for_the_acknowledgement_of_what_was_begun() {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        inbox.before = ask -> {
            taken.countDown();
            awaited(closing);
        };
        connect();
        first.sends("slash_commands", "e1", Payloads.command("web-07", "t1"));
        awaited(taken);

        Thread stopping = new Thread(door::close);
        stopping.start();
        closing.countDown();

        await().untilAsserted(() -> assertThat(first.acknowledged("e1")).isPresent());
        await().until(() -> !stopping.isAlive());
        assertThat(door.ready()).isFalse();
    }

    @Test
    void a_door_that_was_closed_while_the_connection_was_down_leaves_nobody_to_open_it_again() {
        connect();
        first.breaks();

        door.close();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("slack-line")
                                || name.startsWith("slack-door")
                                || name.startsWith("socket-mode-message-processor")
                                || name.startsWith("socket-mode-session-monitor")));
    }
}
