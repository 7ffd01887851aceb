package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.command.Ask;
import org.junit.jupiter.api.Test;

/** What comes over the socket, and what is written down of it. */
class SocketModeTest extends SocketConversation {

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
}
