package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
}
