package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Known issues of Socket Mode that the bot's adapter avoids; plain Bolt shows them in {@code BoltSocketKnownIssuesTest}
 * (src/docs/platform/slack.md, section Known issues).
 */
class SocketModeKnownIssuesTest extends SocketModeTestBase {

    /** Ten in work, a hundred in the queue. */
    private static final int MAX_PENDING_DELIVERIES = 110;

    @Test
    void trap_3_ten_are_served_at_once() {
        CountDownLatch allStarted = new CountDownLatch(10);
        inbox.beforeAdd = interaction -> {
            allStarted.countDown();
            awaitLatch(allStarted);
        };
        startAndAwaitReady();

        for (int i = 0; i < 10; i++)
            firstSocket.sendEnvelope("slash_commands", "e" + i, Payloads.command("web-07", "t" + i));

        await().untilAsserted(() -> assertThat(inbox.interactions).hasSize(10));
    }

    @Test
    void trap_3_errors_cost_no_reader() {
        inbox.beforeAdd = interaction -> {
            throw new NoClassDefFoundError("gone");
        };
        startAndAwaitReady();
        for (int i = 0; i < 30; i++)
            firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("web-07", "t" + i));

        inbox.beforeAdd = interaction -> {};
        firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("web-07", "t99"));

        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void trap_5_a_socket_that_does_not_open_is_never_taken_for_a_connection() {
        Set<Boolean> results = ConcurrentHashMap.newKeySet();
        adapter.start(); // no peer answers, and Tyrus does not report it

        await().until(() -> {
            results.add(adapter.ready());
            return slack.calls("apps.connections.open").size() >= 4;
        });

        assertThat(results).containsExactly(false);
        slack.acceptSocket(firstSocket);
        await().until(adapter::ready);
    }

    @Test
    void trap_5_a_refusal_and_a_page_while_reconnecting_are_not_the_end() {
        startAndAwaitReady();
        StubSlackSocket second = new StubSlackSocket();
        slack.failOnce("apps.connections.open", "internal_error");
        slack.respondOnce("apps.connections.open", "<html>down</html>");
        slack.failOnce("apps.connections.open", "internal_error");

        firstSocket.closeWithError();

        await().until(() -> !adapter.ready());
        slack.acceptSocket(second);
        await().until(second::isOpen);
        second.deliverAndAwaitAck("slash_commands", Payloads.command("status", "t1"));
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void trap_6_closing_waits_for_the_acknowledgement_of_what_was_begun() {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch stored = new CountDownLatch(1);
        inbox.beforeAdd = interaction -> {
            taken.countDown();
            awaitLatch(stored);
        };
        startAndAwaitReady();
        firstSocket.sendEnvelope("slash_commands", "e1", Payloads.command("web-07", "t1"));
        awaitLatch(taken);

        Thread closer = new Thread(adapter::close);
        closer.start();
        await().until(() ->
                isWatchdogStopped() && (!closer.isAlive() || closer.getState() == Thread.State.TIMED_WAITING));
        stored.countDown();

        await().untilAsserted(() -> assertThat(firstSocket.ackFor("e1")).isPresent());
        await().until(() -> !closer.isAlive());
        assertThat(adapter.ready()).isFalse();
    }

    private static boolean isWatchdogStopped() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("slack-socket-watchdog"));
    }

    @Test
    void trap_6_a_door_that_was_closed_while_the_link_was_down_leaves_nobody_to_open_it_again() {
        startAndAwaitReady();
        firstSocket.closeWithError();
        await().until(() -> !adapter.ready());

        adapter.close();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("slack-socket-watchdog")
                        || name.startsWith("slack-delivery")
                        || name.startsWith("socket-mode-message-processor")
                        || name.startsWith("socket-mode-session-monitor")));
    }

    @Test
    void trap_8_what_was_asked_is_written_down_before_it_is_acknowledged() {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch stored = new CountDownLatch(1);
        inbox.beforeAdd = interaction -> {
            inbox.beforeAdd = next -> {};
            taken.countDown();
            awaitLatch(stored);
        };
        startAndAwaitReady();
        firstSocket.sendEnvelope("slash_commands", "e1", Payloads.command("web-07", "t1"));
        awaitLatch(taken);

        firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("web-08", "t2"));

        assertThat(firstSocket.ackFor("e1"))
                .as("the second was acknowledged before the first, which is not stored")
                .isEmpty();
        stored.countDown();
        await().until(() -> firstSocket.ackFor("e1").isPresent());
        assertThat(inbox.interactions).hasSize(2);
    }

    @Test
    void trap_8_when_there_is_no_room_whoever_asked_is_told_so_whatever_they_did() {
        CountDownLatch release = new CountDownLatch(1);
        fillQueue(release);

        JsonNode typed = firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("web-07", "late"));
        JsonNode submitted = firstSocket.deliverAndAwaitAck("interactive", Payloads.deviceFormSubmission("db-01"));
        firstSocket.deliverAndAwaitAck(
                "interactive",
                Payloads.buttonClickWithResponseUrl(slack.url("/hooks/late").toString()));
        release.countDown();

        assertThat(typed.at("/payload/text").asText()).contains("too much to do", "try again");
        assertThat(submitted.at("/payload/errors/device").asText()).contains("too much to do");
        assertThat(slack.calls("/hooks/late"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("too much to do", "ephemeral"));
        await().untilAsserted(() -> assertThat(inbox.interactions).hasSize(MAX_PENDING_DELIVERIES));
    }

    private void fillQueue(CountDownLatch release) {
        CountDownLatch allWorkersBusy = new CountDownLatch(10);
        inbox.beforeAdd = interaction -> {
            allWorkersBusy.countDown();
            awaitLatch(release);
        };
        startAndAwaitReady();
        for (int i = 0; i < MAX_PENDING_DELIVERIES; i++)
            firstSocket.sendEnvelope("slash_commands", "full-" + i, Payloads.command("web-07", "t" + i));
        awaitLatch(allWorkersBusy);
    }

    @Test
    void trap_18_each_connection_is_asked_for_once_and_the_app_token_asks_for_nothing_else() throws Exception {
        String token = StubSlack.APP_TOKEN + "-of-plain-bolt";
        SlackConfig plain = new SlackConfig();
        plain.setMethodsEndpointUrlPrefix(slack.account().apiUrl().toString());
        Slack.getInstance(plain).methods(token).appsConnectionsOpen(request -> request);
        plain.close();
        assertThat(slack.calls("auth.test"))
                .extracting(StubSlack.Call::authorizationHeader)
                .as("plain Bolt calls auth.test with the app token")
                .containsExactly("Bearer " + token);

        slack.acceptSocket(new StubSlackSocket());
        startAndAwaitReady();
        await().until(() -> slack.calls("apps.connections.open").size() == 3);

        assertThat(slack.calls("auth.test"))
                .extracting(StubSlack.Call::authorizationHeader)
                .containsExactly("Bearer " + token, "Bearer " + StubSlack.BOT_TOKEN);
    }
}
