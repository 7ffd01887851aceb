package dev.lifeline.slack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A door with an app token, and Slack at the other end of its socket. */
abstract class SocketConversation {

    final StubSlack slack = new StubSlack();
    final RecordingInbox inbox = new RecordingInbox();
    final SlackSocket first = new SlackSocket();
    final SlackDoor door = new SlackDoor(
            slack.account(),
            LoneShelves.of(inbox, new ListedOutbox(), new SettableClock()),
            (letter, reason) -> {},
            new SettableClock());

    @AfterEach
    void close() {
        door.close();
        slack.close();
    }

    final void connect() {
        slack.meets(first);
        door.start();
        await().atMost(Duration.ofSeconds(20)).until(door::ready);
    }

    static void awaited(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) throw new AssertionError("waited in vain");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
