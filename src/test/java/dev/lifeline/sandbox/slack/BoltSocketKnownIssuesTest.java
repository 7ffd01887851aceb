package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reproduces known issues of unmodified Bolt (src/docs/platform/slack.md, section Known issues), so that a fix upstream is
 * noticed. The page names the tests that show the product unaffected.
 */
class BoltSocketKnownIssuesTest {

    private FakeSlack slack;
    private FakeSlackClient slackClient;
    private App app;
    private SocketModeApp socketModeApp;
    private SocketModeClient socketClient;

    @BeforeEach
    void start() throws Exception {
        slack = FakeSlack.start(SlackOptions.onPort(0));
        slackClient = new FakeSlackClient(slack.url());
        app = PlainBoltClient.appFor(slack.url());
    }

    @AfterEach
    void stop() throws Exception {
        if (socketClient != null) {
            socketClient.setAutoReconnectEnabled(false);
            socketClient.close();
        }
        app.stop();
        slack.close();
    }

    private void connect() throws Exception {
        socketModeApp = new SocketModeApp(FakeSlackClient.APP_TOKEN, app, SocketModeClient.Backend.Tyrus);
        socketModeApp.startAsync();
        socketClient = socketModeApp.getClient();
        await().until(() -> openSockets() == 1);
    }

    private int openSockets() {
        return slackClient.get("/sandbox/world", Map.of()).path("sockets").asInt();
    }

    private boolean typeCommand() {
        return slackClient
                .act(Map.of("person", "asha", "channel", "incident-42", "types", "/rescue web-07"))
                .path("acked")
                .asBoolean();
    }

    private void typeConcurrently(int times) {
        CompletableFuture.allOf(IntStream.range(0, times)
                        .mapToObj(i -> CompletableFuture.runAsync(this::typeCommand))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Test
    void trap_3_plain_bolt_handles_one_delivery_at_a_time() throws Exception {
        CountDownLatch two = new CountDownLatch(2);
        AtomicInteger together = new AtomicInteger();
        app.command("/rescue", (request, context) -> {
            two.countDown();
            if (isReached(two)) together.incrementAndGet();
            return context.ack();
        });
        connect();

        typeConcurrently(2);

        assertThat(together.get()).as("the first never met the second").isLessThan(2);
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void trap_3_plain_bolt_stops_handling_after_a_dozen_errors() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        app.command("/rescue", (request, context) -> {
            if (taken.incrementAndGet() <= 10) throw new NoClassDefFoundError("gone");
            return context.ack();
        });
        connect();
        IntStream.range(0, 5).forEach(i -> typeConcurrently(2));

        assertThat(typeCommand()).isFalse();
        assertThat(taken.get()).isEqualTo(10);
    }

    @Test
    void trap_4_plain_bolt_acknowledges_neither_unhandled_nor_failing_deliveries() throws Exception {
        connect();
        assertThat(typeCommand()).as("no listener handles it").isFalse();

        app.command("/rescue", (request, context) -> {
            throw new IllegalStateException("broken");
        });

        assertThat(typeCommand()).as("it throws").isFalse();
    }

    @Test
    void trap_5_tyrus_logs_nothing_when_it_cannot_connect() {
        slackClient.injectFault(Map.of("fault", "handshake-409", "times", 5));

        assertThatCode(() -> {
                    socketModeApp = new SocketModeApp(FakeSlackClient.APP_TOKEN, app, SocketModeClient.Backend.Tyrus);
                    socketModeApp.startAsync();
                    socketClient = socketModeApp.getClient();
                })
                .doesNotThrowAnyException();
        assertThat(socketClient.verifyConnection()).isFalse();
    }

    @Test
    void trap_6_plain_bolt_reconnects_after_it_was_closed_during_an_outage() throws Exception {
        app.command("/rescue", (request, context) -> context.ack());
        connect();
        slackClient.injectFault(Map.of("fault", "connections-open-fails", "for", 2));
        slackClient.injectFault(Map.of("fault", "drop-socket"));
        await().until(() -> openSockets() == 0);

        socketModeApp.close();

        await("the zombie").until(() -> openSockets() == 1);
    }

    @Test
    void trap_6_plain_bolt_closes_without_waiting_for_running_listeners() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        app.command("/rescue", (request, context) -> {
            taken.countDown();
            isReached(closed);
            return context.ack();
        });
        connect();
        CompletableFuture<Boolean> acked = CompletableFuture.supplyAsync(this::typeCommand);
        assertThat(isReached(taken)).isTrue();

        socketModeApp.close();
        closed.countDown();

        assertThat(acked.join()).isFalse();
    }

    @Test
    void trap_8_plain_bolt_uses_daemon_threads_with_an_unbounded_queue() throws Exception {
        ThreadPoolExecutor work = (ThreadPoolExecutor) app.executorService();

        assertThat(work.submit(() -> Thread.currentThread().isDaemon()).get()).isTrue();
        assertThat(work.getQueue().remainingCapacity()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void trap_18_plain_bolt_opens_two_connections_for_one() throws Exception {
        connect();

        assertThat(StreamSupport.stream(
                                slackClient
                                        .get("/sandbox/calls", Map.of())
                                        .path("calls")
                                        .spliterator(),
                                false)
                        .filter(call -> call.path("method").asText().equals("apps.connections.open"))
                        .count())
                .isEqualTo(2);
    }
}
