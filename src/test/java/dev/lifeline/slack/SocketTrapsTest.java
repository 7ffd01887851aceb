package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.Test;

/** Traps of slack.md in the socket, and ours out of them; plain Bolt is in them in {@code BoltSocketTrapsTest}. */
class SocketTrapsTest {

    /** Hangs up when asked to. */
    private static final class Polite extends WebSocketListener {
        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, reason);
        }
    }

    @Test
    void trap_18_each_connection_is_asked_for_once_and_the_app_token_asks_for_nothing_else() {
        try (StubSlack slack = new StubSlack()) {
            SettableClock clock = new SettableClock();
            slack.meets(new Polite());
            slack.meets(new Polite());
            Shelves shelves = Shelves.alone(new RecordingInbox(), new ListedOutbox(), clock);
            try (SlackDoor door = new SlackDoor(slack.account(), shelves, (letter, reason) -> {}, clock)) {
                door.start();
                await().atMost(Duration.ofSeconds(20)).until(door::ready);
                await().until(() -> slack.calls("apps.connections.open").size() == 2);

                assertThat(slack.calls("auth.test"))
                        .extracting(StubSlack.Call::authorization)
                        .containsOnly("Bearer " + StubSlack.BOT_TOKEN);
            }
        }
    }
}
