package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Traps of slack.md in the socket, and ours out of them; plain Bolt is in them in {@code BoltSocketTrapsTest} (src/docs/slack-traps.md).
 */
class SocketTrapsTest extends SocketConversation {

    /** Ten at work, a hundred in the queue. */
    private static final int ROOM = 110;

    @Test
    void trap_3_ten_are_served_at_once() {
        CountDownLatch all = new CountDownLatch(10);
        inbox.before = ask -> {
            all.countDown();
            awaited(all);
        };
        connect();

        for (int i = 0; i < 10; i++) first.sends("slash_commands", "e" + i, Payloads.command("web-07", "t" + i));

        await().untilAsserted(() -> assertThat(inbox.asks).hasSize(10));
    }

    @Test
    void trap_3_errors_cost_no_reader() {
        inbox.before = ask -> {
            throw new NoClassDefFoundError("gone");
        };
        connect();
        for (int i = 0; i < 30; i++) first.delivers("slash_commands", Payloads.command("web-07", "t" + i));

        inbox.before = ask -> {};
        first.delivers("slash_commands", Payloads.command("web-07", "t99"));

        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void trap_5_a_socket_that_does_not_open_is_never_taken_for_a_connection() {
        Set<Boolean> said = ConcurrentHashMap.newKeySet();
        door.start(); // nobody meets it, and Tyrus does not say so

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            said.add(door.ready());
            return slack.calls("apps.connections.open").size() >= 4;
        });

        assertThat(said).containsExactly(false);
        slack.meets(first);
        await().atMost(Duration.ofSeconds(20)).until(door::ready);
    }

    @Test
    void trap_5_a_refusal_and_a_page_while_reconnecting_are_not_the_end() {
        connect();
        SlackSocket second = new SlackSocket();
        slack.refuses("apps.connections.open", "internal_error");
        slack.says("apps.connections.open", "<html>down</html>");
        slack.refuses("apps.connections.open", "internal_error");

        first.breaks();

        await().atMost(Duration.ofSeconds(20)).until(() -> !door.ready());
        slack.meets(second);
        await().atMost(Duration.ofSeconds(30)).until(second::isOpen);
        second.delivers("slash_commands", Payloads.command("status", "t1"));
        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void trap_6_closing_waits_for_the_acknowledgement_of_what_was_begun() {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        inbox.before = ask -> {
            taken.countDown();
            awaited(written);
        };
        connect();
        first.sends("slash_commands", "e1", Payloads.command("web-07", "t1"));
        awaited(taken);

        Thread closing = new Thread(door::close);
        closing.start();
        await().until(() -> watchIsOver() && (!closing.isAlive() || closing.getState() == Thread.State.TIMED_WAITING));
        written.countDown();

        await().untilAsserted(() -> assertThat(first.acknowledged("e1")).isPresent());
        await().until(() -> !closing.isAlive());
        assertThat(door.ready()).isFalse();
    }

    private static boolean watchIsOver() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("slack-line"));
    }

    @Test
    void trap_6_a_door_that_was_closed_while_the_link_was_down_leaves_nobody_to_open_it_again() {
        connect();
        first.breaks();
        await().atMost(Duration.ofSeconds(20)).until(() -> !door.ready());

        door.close();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("slack-line")
                                || name.startsWith("slack-door")
                                || name.startsWith("socket-mode-message-processor")
                                || name.startsWith("socket-mode-session-monitor")));
    }

    @Test
    void trap_8_what_was_asked_is_written_down_before_it_is_acknowledged() {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        inbox.before = ask -> {
            inbox.before = next -> {};
            taken.countDown();
            awaited(written);
        };
        connect();
        first.sends("slash_commands", "e1", Payloads.command("web-07", "t1"));
        awaited(taken);

        first.delivers("slash_commands", Payloads.command("web-08", "t2"));

        assertThat(first.acknowledged("e1"))
                .as("the second overtook the first, which is not on disk")
                .isEmpty();
        written.countDown();
        await().until(() -> first.acknowledged("e1").isPresent());
        assertThat(inbox.asks).hasSize(2);
    }

    @Test
    void trap_8_when_there_is_no_room_whoever_asked_is_told_so_whatever_they_did() {
        CountDownLatch over = new CountDownLatch(1);
        fills(over);

        JsonNode typed = first.delivers("slash_commands", Payloads.command("web-07", "late"));
        JsonNode submitted = first.delivers("interactive", Payloads.device("db-01"));
        first.delivers(
                "interactive", Payloads.pressAnsweredAt(slack.url("/hooks/late").toString()));
        over.countDown();

        assertThat(typed.at("/payload/text").asText()).contains("too much to do", "try again");
        assertThat(submitted.at("/payload/errors/device").asText()).contains("too much to do");
        assertThat(slack.calls("/hooks/late"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("too much to do", "ephemeral"));
        await().untilAsserted(() -> assertThat(inbox.asks).hasSize(ROOM));
    }

    private void fills(CountDownLatch over) {
        CountDownLatch allHands = new CountDownLatch(10);
        inbox.before = ask -> {
            allHands.countDown();
            awaited(over);
        };
        connect();
        for (int i = 0; i < ROOM; i++) first.sends("slash_commands", "full-" + i, Payloads.command("web-07", "t" + i));
        awaited(allHands);
    }

    @Test
    void trap_18_each_connection_is_asked_for_once_and_the_app_token_asks_for_nothing_else() throws Exception {
        String token = StubSlack.APP_TOKEN + "-of-plain-bolt";
        SlackConfig plain = new SlackConfig();
        plain.setMethodsEndpointUrlPrefix(slack.account().apiUrl().toString());
        Slack.getInstance(plain).methods(token).appsConnectionsOpen(request -> request);
        plain.close();
        assertThat(slack.calls("auth.test"))
                .extracting(StubSlack.Call::authorization)
                .as("plain Bolt asks who the app token is")
                .containsExactly("Bearer " + token);

        slack.meets(new SlackSocket());
        connect();
        await().until(() -> slack.calls("apps.connections.open").size() == 3);

        assertThat(slack.calls("auth.test"))
                .extracting(StubSlack.Call::authorization)
                .containsExactly("Bearer " + token, "Bearer " + StubSlack.BOT_TOKEN);
    }
}
