package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Interaction;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deliveries over the socket, and the interactions stored for them. */
class SocketModeInboxTest extends SocketModeTestBase {

    @Test
    void a_slash_command_is_written_down_and_then_acknowledged() {
        startAndAwaitReady();

        JsonNode ack = firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("status", "t1"));

        assertThat(ack.has("payload")).isFalse();
        assertThat(inbox.interactions).singleElement().satisfies(interaction -> {
            assertThat(interaction.user()).isEqualTo(new SlackUserId("U1"));
            assertThat(interaction.channel().value()).isEqualTo("C1");
            assertThat(interaction.payload()).isEqualTo(new Interaction.Payload.SlashCommand("status"));
            assertThat(interaction.responseUrl()).contains("https://hooks.slack.com/commands/1");
            assertThat(interaction.id()).matches("[a-z0-9]{16,40}");
        });
    }

    @Test
    void a_click_is_an_interaction_whatever_its_action_id() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("interactive", Payloads.buttonClick("rescue.confirm", "abc12345"));
        firstSocket.deliverAndAwaitAck("interactive", Payloads.buttonClick("of.an.older.release", "x"));

        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(
                        new Interaction.Payload.ButtonClick("rescue.confirm", "abc12345"),
                        new Interaction.Payload.ButtonClick("of.an.older.release", "x"));
    }

    @Test
    void a_duplicate_delivery_is_one_interaction_and_two_acknowledgements() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("interactive", Payloads.buttonClick("rescue.confirm", "abc12345"));
        firstSocket.deliverAndAwaitAck("interactive", Payloads.buttonClick("rescue.confirm", "abc12345"));

        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void several_actions_in_one_payload_are_several_interactions() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("interactive", Payloads.twoButtonClicks("one", "two"));

        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(
                        new Interaction.Payload.ButtonClick("one", "v"),
                        new Interaction.Payload.ButtonClick("two", "v"));
    }

    @Test
    void a_shortcut_opens_the_picker_and_nothing_is_asked_for_yet() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("interactive", Payloads.messageShortcut("rescue_from_message"));

        assertThat(slack.onlyCallForm("views.open")).containsEntry("trigger_id", "t1");
        assertThat(slack.onlyCallForm("views.open").get("view")).doesNotContain("web-07");
        assertThat(inbox.interactions).isEmpty();
    }

    @Test
    void a_shortcut_on_a_message_that_the_sdk_cannot_parse_opens_the_picker() {
        startAndAwaitReady();

        String message = "\"message\":{\"attachments\":[{\"shares\":[],\"files\":[],\"text\":\"web-07 is down\"}],";
        firstSocket.deliverAndAwaitAck(
                "interactive",
                Payloads.messageShortcut("rescue_from_message").replaceFirst("\"message\":\\s*\\{", message));

        assertThat(slack.onlyCallForm("views.open")).containsEntry("trigger_id", "t1");
    }

    @Test
    void clicks_and_mentions_keep_the_time_at_which_they_were_made() {
        startAndAwaitReady();
        String mention = Payloads.mention("Ev1", "<@U0BOT> web-07").replaceAll("\"ts\":\"[^\"]*\"", "\"ts\":\"TS\"");

        firstSocket.deliverAndAwaitAck("interactive", Payloads.buttonClick("rescue.confirm", "v"));
        firstSocket.deliverAndAwaitAck("events_api", mention.replace("TS", "1700000000.500000"));
        firstSocket.deliverAndAwaitAck(
                "events_api",
                mention.replace("TS", "1700000001.000000")
                        .replace(
                                "\"event_ts\"",
                                "\"edited\":{\"user\":\"U1\",\"ts\":\"1700000900.000000\"},\"event_ts\""));
        firstSocket.deliverAndAwaitAck("events_api", mention.replace("TS", "no time stamp"));
        firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("web-07", "t1"));

        assertThat(inbox.interactions)
                .extracting(Interaction::actedAt)
                .containsExactly(
                        Optional.of(Instant.ofEpochMilli(1_700_000_001_100L)),
                        Optional.of(Instant.ofEpochMilli(1_700_000_000_500L)),
                        Optional.of(Instant.ofEpochSecond(1_700_000_900)),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void a_mention_that_is_edited_long_after_asks_for_nothing() {
        startAndAwaitReady();
        String edited = Payloads.mention("Ev1", "<@U0BOT> web-07")
                .replace("\"event_ts\"", "\"edited\":{\"user\":\"U1\",\"ts\":\"EDITED\"},\"event_ts\"");

        firstSocket.deliverAndAwaitAck("events_api", edited.replace("EDITED", "1700090000.000000"));
        assertThat(inbox.interactions).isEmpty();
        firstSocket.deliverAndAwaitAck("events_api", edited.replace("EDITED", "1700000900.000000"));
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void P2_a_command_whose_picker_does_not_open_is_answered_all_the_same() {
        startAndAwaitReady();
        slack.respondByDefault("views.open", "{\"ok\":false,\"error\":\"expired_trigger_id\"}");

        firstSocket.deliverAndAwaitAck("slash_commands", Payloads.command("", "t1"));

        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(new Interaction.Payload.SlashCommand(""));
    }

    @Test
    void a_submission_is_one_interaction_in_the_channel_that_it_was_opened_from() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("interactive", Payloads.deviceFormSubmission("db-01"));
        firstSocket.deliverAndAwaitAck("interactive", Payloads.deviceFormSubmission("db-01"));

        assertThat(inbox.interactions).singleElement().satisfies(interaction -> {
            assertThat(interaction.payload()).isEqualTo(new Interaction.Payload.SlashCommand("launch db-01"));
            assertThat(interaction.channel().value()).isEqualTo("C1");
            assertThat(interaction.responseUrl()).contains("https://hooks.slack.com/app/1");
        });
    }

    @Test
    void a_mention_is_what_stands_beside_it() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck(
                "events_api",
                Payloads.mention("Ev1", "<@U0BOT> status <http://web-07.example.com|web-07.example.com>"));

        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(
                        new Interaction.Payload.SlashCommand("status <http://web-07.example.com|web-07.example.com>"));
    }

    @Test
    void a_message_of_a_bot_is_no_interaction() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("events_api", Payloads.botMention("Ev1", "<@U0BOT> status"));

        assertThat(inbox.interactions).isEmpty();
    }

    @Test
    void an_opened_home_and_any_other_event_are_acknowledged() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("events_api", Payloads.appHomeOpened());
        firstSocket.deliverAndAwaitAck("events_api", Payloads.event("something_of_next_year"));
    }

    @Test
    void a_submitted_view_is_acknowledged() {
        startAndAwaitReady();

        firstSocket.deliverAndAwaitAck("interactive", Payloads.viewSubmission());
    }
}
