package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    void P2_while_slack_hangs_at_a_move_the_old_connection_is_served() {
        connect();
        for (int i = 0; i < 20; i++)
            slack.says(
                    "apps.connections.open",
                    new MockResponse.Builder().headersDelay(7, TimeUnit.SECONDS).build());

        first.raw("{\"type\":\"disconnect\",\"reason\":\"warning\"}");

        first.delivers("slash_commands", Payloads.command("status", "t1"));
        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void a_slack_that_moves_the_connection_again_and_again_is_not_followed_at_every_word() {
        connect();
        int before = slack.calls("apps.connections.open").size();

        for (int i = 0; i < 20; i++) {
            SlackSocket next = new SlackSocket();
            slack.meets(next);
            first.raw("{\"type\":\"disconnect\",\"reason\":\"too_many_websockets\"}");
        }

        await().during(Duration.ofSeconds(2))
                .until(() -> slack.calls("apps.connections.open").size() < before + 10);
    }
}
