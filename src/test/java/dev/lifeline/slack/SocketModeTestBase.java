package dev.lifeline.slack;

import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.RecordingInbox;
import dev.lifeline.testkit.SettableClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A Slack adapter in Socket Mode, and Slack's end of its socket. */
public abstract class SocketModeTestBase {

    final StubSlack slack = new StubSlack();
    final RecordingInbox inbox = new RecordingInbox();
    final StubSlackSocket firstSocket = new StubSlackSocket();
    final SlackFixture adapter = SlackFixture.receiving(slack.account(), inbox, new SettableClock());

    @AfterEach
    void close() {
        adapter.close();
        slack.close();
    }

    final void startAndAwaitReady() {
        slack.acceptSocket(firstSocket);
        adapter.start();
        await().until(adapter::ready);
    }

    public static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) throw new AssertionError("timed out");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
