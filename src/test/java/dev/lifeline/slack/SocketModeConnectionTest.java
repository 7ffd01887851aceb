package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Opening, keeping and closing the Socket Mode connection. */
class SocketModeConnectionTest extends SocketModeTestBase {

    @Test
    void slack_being_away_at_the_start_is_waited_for() {
        slack.respondOnce("auth.test", new MockResponse.Builder().code(503).build());
        slack.failOnce("apps.connections.open", "internal_error");
        slack.acceptSocket(firstSocket);
        assertThat(adapter.ready()).isFalse();

        adapter.start();

        await().until(adapter::ready);
    }

    @Test
    void a_lost_connection_is_opened_again() {
        startAndAwaitReady();
        StubSlackSocket second = new StubSlackSocket();
        slack.acceptSocket(second);

        firstSocket.closeWithError();

        await().until(second::isOpen);
        second.deliverAndAwaitAck("slash_commands", Payloads.command("status", "t1"));
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void slack_may_move_the_connection() {
        startAndAwaitReady();
        StubSlackSocket second = new StubSlackSocket();
        slack.acceptSocket(second);

        firstSocket.sendText("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");

        await().until(second::isOpen);
        second.deliverAndAwaitAck("slash_commands", Payloads.command("status", "t1"));
    }

    @Test
    void P2_while_slack_hangs_at_a_move_the_old_connection_is_served() {
        startAndAwaitReady();
        for (int i = 0; i < 20; i++)
            slack.respondOnce(
                    "apps.connections.open",
                    new MockResponse.Builder().headersDelay(7, TimeUnit.SECONDS).build());

        firstSocket.sendText("{\"type\":\"disconnect\",\"reason\":\"warning\"}");

        firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("status", "t1"));
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void repeated_disconnect_messages_open_no_connection_each() {
        startAndAwaitReady();
        int before = slack.calls("apps.connections.open").size();

        for (int i = 0; i < 20; i++) {
            StubSlackSocket nextSocket = new StubSlackSocket();
            slack.acceptSocket(nextSocket);
            firstSocket.sendText("{\"type\":\"disconnect\",\"reason\":\"too_many_websockets\"}");
        }

        await().during(Duration.ofSeconds(2))
                .until(() -> slack.calls("apps.connections.open").size() < before + 10);
    }
}
