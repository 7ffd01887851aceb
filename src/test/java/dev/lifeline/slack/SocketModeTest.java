package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.command.Ask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes over the socket, and what goes back. */
class SocketModeTest {

    private final StubSlack slack = new StubSlack();
    private final RecordingInbox inbox = new RecordingInbox();
    private final Socket first = new Socket();
    private final SlackDoor door = new SlackDoor(
            slack.account(),
            Shelves.alone(inbox, new ListedOutbox(), new SettableClock()),
            (letter, reason) -> {},
            new SettableClock());

    @AfterEach
    void close() {
        door.close();
        slack.close();
    }

    @Test
    void a_slash_command_is_written_down_and_then_acknowledged() {
        connect();

        JsonNode ack = first.delivers("slash_commands", Payloads.command("status", "t1"));

        assertThat(ack.has("payload")).isFalse();
        assertThat(inbox.asks).singleElement().satisfies(ask -> {
            assertThat(ask.who()).isEqualTo(new SlackUserId("U1"));
            assertThat(ask.place().value()).isEqualTo("C1");
            assertThat(ask.what()).isEqualTo(new Ask.What.Typed("status"));
            assertThat(ask.replyAddress()).contains("https://hooks.slack.com/commands/1");
            assertThat(ask.id()).matches("[a-z0-9]{16,40}");
        });
    }

    @Test
    void a_press_is_an_ask_whatever_the_button_is_called() {
        connect();

        first.delivers("interactive", Payloads.press("rescue.confirm", "abc12345"));
        first.delivers("interactive", Payloads.press("of.an.older.release", "x"));

        assertThat(inbox.asks)
                .extracting(Ask::what)
                .containsExactly(
                        new Ask.What.Pressed("rescue.confirm", "abc12345"),
                        new Ask.What.Pressed("of.an.older.release", "x"));
    }

    @Test
    void the_same_delivery_twice_is_one_ask_and_two_acknowledgements() {
        connect();

        first.delivers("interactive", Payloads.press("rescue.confirm", "abc12345"));
        first.delivers("interactive", Payloads.press("rescue.confirm", "abc12345"));

        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void several_actions_in_one_payload_are_several_asks() {
        connect();

        first.delivers("interactive", Payloads.presses("one", "two"));

        assertThat(inbox.asks)
                .extracting(Ask::what)
                .containsExactly(new Ask.What.Pressed("one", "v"), new Ask.What.Pressed("two", "v"));
    }

    @Test
    void a_message_shortcut_opens_a_form_with_the_device_that_the_message_names() {
        connect();

        first.delivers("interactive", Payloads.shortcut("rescue_from_message"));

        JsonNode view = StubSlack.json(slack.only("views.open").get("view"));
        assertThat(view.at("/blocks/0/element/initial_value").asText()).isEqualTo("web-07");
        assertThat(slack.only("views.open")).containsEntry("trigger_id", "t1");
        assertThat(inbox.asks).isEmpty();
    }

    @Test
    void a_submitted_form_is_an_ask_once_in_the_channel_that_it_was_opened_from() {
        connect();

        first.delivers("interactive", Payloads.device("db-01"));
        first.delivers("interactive", Payloads.device("db-01"));

        assertThat(inbox.asks).singleElement().satisfies(ask -> {
            assertThat(ask.what()).isEqualTo(new Ask.What.Typed("launch db-01"));
            assertThat(ask.place().value()).isEqualTo("C1");
            assertThat(ask.replyAddress()).contains("https://hooks.slack.com/app/1");
        });
    }

    @Test
    void a_form_that_cannot_be_written_down_says_so_in_the_form() {
        inbox.before = ask -> {
            throw new IllegalStateException("the disk is full");
        };
        connect();

        JsonNode ack = first.delivers("interactive", Payloads.device("db-01"));

        assertThat(ack.at("/payload/response_action").asText()).isEqualTo("errors");
        assertThat(ack.at("/payload/errors/device").asText()).contains("Nothing was done", "incident");
    }

    @Test
    void a_form_that_slack_does_not_open_is_answered_at_its_address() {
        slack.refuses("views.open", "expired_trigger_id");
        slack.says("/hooks/form", "ok");
        connect();

        first.delivers(
                "interactive",
                Payloads.shortcut("rescue_from_message")
                        .replace(
                                "https://hooks.slack.com/app/1",
                                slack.url("/hooks/form").toString()));

        assertThat(slack.calls("/hooks/form").get(0).body()).contains("Nothing was done");
    }

    @Test
    void a_mention_is_what_stands_beside_it() {
        connect();

        first.delivers(
                "events_api",
                Payloads.mention("Ev1", "<@U0BOT> status <http://web-07.example.com|web-07.example.com>"));

        assertThat(inbox.asks).extracting(Ask::what).containsExactly(new Ask.What.Typed("status web-07.example.com"));
    }

    @Test
    void what_a_bot_says_is_not_an_ask() {
        connect();

        first.delivers("events_api", Payloads.mentionByBot("Ev1", "<@U0BOT> status"));

        assertThat(inbox.asks).isEmpty();
    }

    @Test
    void an_opened_home_and_any_other_event_are_acknowledged() {
        connect();

        first.delivers("events_api", Payloads.homeOpened());
        first.delivers("events_api", Payloads.event("something_of_next_year"));
    }

    @Test
    void a_submitted_view_is_acknowledged() {
        connect();

        first.delivers("interactive", Payloads.submission());
    }

    @Test
    void an_unknown_command_is_answered_politely() {
        connect();

        JsonNode ack = first.delivers("slash_commands", Payloads.command("x", "t1", "/other"));

        assertThat(ack.path("payload").path("text").asText()).contains("Nothing was done", "/rescue help");
        assertThat(ack.path("payload").path("response_type").asText()).isEqualTo("ephemeral");
    }

    @Test
    void when_nothing_can_be_written_down_the_person_is_told_so() {
        inbox.before = ask -> {
            throw new IllegalStateException("the disk is full");
        };
        connect();

        JsonNode ack = first.delivers("slash_commands", Payloads.command("web-07", "t1"));

        assertThat(ack.path("payload").path("text").asText())
                .contains("Nothing was done", "incident")
                .doesNotContain("disk");
    }

    @Test
    void a_press_that_cannot_be_written_down_is_answered_at_its_address() {
        inbox.before = ask -> {
            throw new IllegalStateException("the disk is full");
        };
        slack.says("/hooks/press", "ok");
        connect();

        first.delivers(
                "interactive",
                Payloads.pressAnsweredAt(slack.url("/hooks/press").toString()));

        assertThat(slack.calls("/hooks/press").get(0).body()).contains("Nothing was done");
    }

    @Test
    void an_event_that_cannot_be_written_down_is_left_to_come_again() {
        inbox.before = ask -> {
            if (ask.what().equals(new Ask.What.Typed("status"))) throw new IllegalStateException("the disk is full");
        };
        connect();

        first.sends("events_api", "e1", Payloads.mention("Ev1", "<@U0BOT> status"));
        first.delivers("events_api", Payloads.mention("Ev2", "<@U0BOT> list"));

        assertThat(first.acknowledged("e1")).isEmpty();
    }

    @Test
    void errors_cost_no_reader() {
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
    void ten_are_served_at_once() {
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
    void what_is_of_another_workspace_or_app_is_not_for_us() {
        connect();

        for (String foreign : Payloads.foreignOnes(slack.url("/hooks/x").toString())) {
            slack.says("/hooks/x", "ok");
            String type = foreign.contains("\"command\"")
                    ? "slash_commands"
                    : foreign.contains("\"event\"") ? "events_api" : "interactive";
            first.delivers(type, foreign);
        }

        assertThat(inbox.asks).isEmpty();
    }

    @Test
    void nonsense_on_the_socket_is_survived() {
        connect();

        first.raw("not json at all");
        first.raw("{\"type\":\"hello\",\"num_connections\":1}");
        first.raw("{\"envelope_id\":\"e0\",\"type\":\"interactive\",\"payload\":{\"type\":\"block_actions\"}}");
        first.raw("{\"envelope_id\":\"e0\",\"type\":\"interactive\",\"payload\":[]}");
        first.delivers("slash_commands", Payloads.command("status", "t1"));
    }

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
        Socket second = new Socket();
        slack.meets(second);

        first.breaks();

        await().atMost(Duration.ofSeconds(30)).until(second::isOpen);
        second.delivers("slash_commands", Payloads.command("status", "t1"));
        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void slack_may_move_the_connection() {
        connect();
        Socket second = new Socket();
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

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("slack-line")
                        || name.startsWith("slack-door")
                        || name.startsWith("socket-mode-message-processor")
                        || name.startsWith("socket-mode-session-monitor"));
    }

    private void connect() {
        slack.meets(first);
        door.start();
        await().atMost(Duration.ofSeconds(20)).until(door::ready);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            if (!latch.await(10, java.util.concurrent.TimeUnit.SECONDS)) throw new AssertionError("waited in vain");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Slack's end of a connection. */
    private static final class Socket extends WebSocketListener {

        private final List<JsonNode> received = new CopyOnWriteArrayList<>();
        private volatile Optional<WebSocket> open = Optional.empty();
        private int count;

        boolean isOpen() {
            return open.isPresent();
        }

        void raw(String text) {
            open.orElseThrow().send(text);
        }

        void sends(String type, String id, String payload) {
            raw("{\"envelope_id\":\"" + id + "\",\"type\":\"" + type
                    + "\",\"accepts_response_payload\":true,\"payload\":" + payload + "}");
        }

        /** Delivers and waits for the acknowledgement. */
        JsonNode delivers(String type, String payload) {
            String id = "envelope-" + count++;
            sends(type, id, payload);
            await().atMost(Duration.ofSeconds(5)).until(() -> acknowledged(id).isPresent());
            return acknowledged(id).orElseThrow();
        }

        Optional<JsonNode> acknowledged(String id) {
            return received.stream()
                    .filter(ack -> ack.path("envelope_id").asText().equals(id))
                    .findFirst();
        }

        void breaks() {
            open.orElseThrow().close(1011, "broken");
        }

        @Override
        public void onOpen(WebSocket socket, Response response) {
            open = Optional.of(socket);
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            received.add(StubSlack.json(text));
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, reason);
        }
    }

    /** Payloads in Slack's shapes (slack.md 3.3). */
    private static final class Payloads {

        static String command(String text, String trigger) {
            return command(text, trigger, "/rescue");
        }

        static String command(String text, String trigger, String command) {
            return """
                    {"command":"%s","text":"%s","team_id":"T1OURS","team_domain":"ours","channel_id":"C1",
                     "channel_name":"incident-42","user_id":"U1","user_name":"asha","api_app_id":"A0APP",
                     "response_url":"https://hooks.slack.com/commands/1","trigger_id":"%s","token":"x",
                     "is_enterprise_install":"false"}""".formatted(command, text, trigger);
        }

        static String press(String action, String value) {
            return pressed("[" + action(action, value) + "]", "https://hooks.slack.com/actions/1", "T1OURS", "A0APP");
        }

        static String presses(String one, String two) {
            String actions = "[" + action(one, "v") + "," + action(two, "v") + "]";
            return pressed(actions, "https://hooks.slack.com/actions/1", "T1OURS", "A0APP");
        }

        static String pressAnsweredAt(String url) {
            return pressed("[" + action("rescue.confirm", "v") + "]", url, "T1OURS", "A0APP");
        }

        private static String action(String action, String value) {
            return """
                    {"type":"button","action_id":"%s","block_id":"b","value":"%s","action_ts":"1700000001.1",
                     "text":{"type":"plain_text","text":"Yes","emoji":false}}""".formatted(action, value);
        }

        private static String pressed(String actions, String url, String team, String app) {
            return """
                    {"type":"block_actions","user":{"id":"U1","team_id":"T1OURS"},"team":{"id":"%s","domain":"ours"},
                     "api_app_id":"%s","channel":{"id":"C1","name":"incident-42"},"trigger_id":"t1","response_url":"%s",
                     "container":{"type":"message","message_ts":"1700000000.000001","channel_id":"C1","is_ephemeral":false},
                     "message":{"type":"message","ts":"1700000000.000001","text":"x"},"actions":%s}""".formatted(team, app, url, actions);
        }

        static String shortcut(String callback) {
            return """
                    {"type":"message_action","callback_id":"%s","trigger_id":"t1","action_ts":"1700000001.1",
                     "message_ts":"1700000000.000001","team":{"id":"T1OURS"},"user":{"id":"U1","team_id":"T1OURS"},
                     "channel":{"id":"C1"},"response_url":"https://hooks.slack.com/app/1",
                     "message":{"type":"message","text":"CPU is high on web-07","ts":"1700000000.000001"}}""".formatted(callback);
        }

        static String submission() {
            return """
                    {"type":"view_submission","team":{"id":"T1OURS"},"user":{"id":"U1"},"api_app_id":"A0APP",
                     "trigger_id":"t1","view":{"id":"V1","type":"modal","callback_id":"any","hash":"1.h",
                     "state":{"values":{}},"blocks":[]}}""";
        }

        static String device(String name) {
            return """
                    {"type":"view_submission","team":{"id":"T1OURS"},"user":{"id":"U1"},"api_app_id":"A0APP",
                     "trigger_id":"t1","view":{"id":"V1","type":"modal","callback_id":"rescue_device","hash":"1.h",
                     "private_metadata":"{\\"channel\\":\\"C1\\",\\"reply\\":\\"https://hooks.slack.com/app/1\\"}",
                     "state":{"values":{"device":{"device_name":{"type":"plain_text_input","value":"%s"}}}},
                     "blocks":[]}}""".formatted(name);
        }

        static String mention(String id, String text) {
            return event(
                    id,
                    "{\"type\":\"app_mention\",\"user\":\"U1\",\"text\":\"" + text + "\",\"ts\":\"1700000000."
                            + Math.abs(id.hashCode()) + "\",\"channel\":\"C1\",\"event_ts\":\"1.1\"}");
        }

        static String mentionByBot(String id, String text) {
            return event(
                    id,
                    "{\"type\":\"app_mention\",\"user\":\"U2\",\"bot_id\":\"B9\",\"text\":\"" + text
                            + "\",\"ts\":\"1.1\",\"channel\":\"C1\",\"event_ts\":\"1.1\"}");
        }

        static String homeOpened() {
            return event(
                    "Ev5",
                    "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"channel\":\"D1\",\"tab\":\"messages\",\"event_ts\":\"1.1\"}");
        }

        static String event(String type) {
            return event("Ev6", "{\"type\":\"" + type + "\"}");
        }

        private static String event(String id, String event) {
            return """
                    {"type":"event_callback","token":"x","team_id":"T1OURS","api_app_id":"A0APP","event":%s,
                     "event_id":"%s","event_time":1700000000,"authorizations":[]}""".formatted(event, id);
        }

        static List<String> foreignOnes(String url) {
            String press = "[" + action("rescue.confirm", "v") + "]";
            return List.of(
                    command("web-07", "t1").replace("T1OURS", "T2THEIRS"),
                    command("web-07", "t1").replace("A0APP", "A9OTHER"),
                    pressed(press, url, "T2THEIRS", "A0APP"),
                    pressed(press, url, "T1OURS", "A9OTHER"),
                    shortcut("rescue_from_message")
                            .replace("T1OURS", "T2THEIRS")
                            .replace("https://hooks.slack.com/app/1", url),
                    mention("Ev1", "<@U0BOT> web-07").replace("T1OURS", "T2THEIRS"),
                    mention("Ev1", "<@U0BOT> web-07").replace("A0APP", "A9OTHER"));
        }
    }
}
