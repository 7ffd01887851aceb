package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Archived channels, a removed bot, outdated buttons and clicks of strangers: what people see then. */
class SlackFailureScenarioTest {

    @Test
    void where_the_channel_is_archived_meanwhile_the_requester_is_written_to() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("confirmed.");
            botEnvironment.injectSlackFault(Map.of("fault", "archive-channel", "channel", "incident-42"));

            asha.inChannel("@lifeline").waitForText("web-07.example.com is in the rescue kernel");

            assertThat(botEnvironment.user("bruno").inChannel("@lifeline").visibleText())
                    .isEmpty();
        }
    }

    @Test
    void a_private_channel_that_is_shared_meanwhile_gets_every_later_message_under_its_new_id() {
        try (BotEnvironment botEnvironment = BotEnvironment.servingChannels("G0OPSPRIVATE")) {
            SimulatedUser asha = botEnvironment.user("asha").inChannel("ops-private");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");

            botEnvironment.injectSlackFault(Map.of("fault", "share-channel", "channel", "ops-private"));
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
            asha.type("/rescue web-08").waitForText("Boot web-08.example.com into the rescue kernel?");

            assertThat(asha.threadReplies("web-07")).doesNotHaveDuplicates();
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void a_click_that_arrives_before_the_news_of_the_new_channel_id_counts_and_no_message_is_lost() {
        try (BotEnvironment botEnvironment = BotEnvironment.servingChannels("G0OPSPRIVATE")) {
            SimulatedUser asha = botEnvironment.user("asha").inChannel("ops-private");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");

            botEnvironment.injectSlackFault(Map.of("fault", "delay-envelope", "method", "events_api", "seconds", 2));
            botEnvironment.injectSlackFault(Map.of("fault", "share-channel", "channel", "ops-private"));
            asha.click("Yes, boot into rescue").waitForText("confirmed.");

            asha.waitForText("web-07.example.com is in the rescue kernel");
            assertThat(asha.threadReplies("web-07")).doesNotHaveDuplicates();
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void P7_a_bot_that_is_uninstalled_says_nothing_loses_nothing_and_goes_on_when_it_is_back() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("confirmed.");
            botEnvironment.injectSlackFault(Map.of("fault", "uninstall-app"));
            await().until(() -> !botEnvironment.isReady());

            botEnvironment.clearSlackFaults();

            asha.waitForText("web-07.example.com is in the rescue kernel");
            await().until(botEnvironment::isReady);
            assertThat(asha.threadReplies("web-07")).doesNotHaveDuplicates();
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void replies_that_slack_took_and_never_showed_are_no_harm_since_the_status_message_shows_the_result() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            botEnvironment.injectSlackFault(Map.of("fault", "not-shown", "channel", "incident-42", "for", 600));

            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");

            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void sockets_that_are_open_and_silent_are_noticed_and_opened_anew() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            botEnvironment.injectSlackFault(Map.of("fault", "mute-socket"));

            await().until(() -> asha.typeUnchecked("/rescue help"));

            asha.waitForText("What I can do");
        }
    }

    @Test
    void trap_14_a_guest_from_another_workspace_presses_in_vain() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha").inChannel("shared-partner");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");

            SimulatedUser gwen = botEnvironment.user("gwen").inChannel("shared-partner");
            gwen.click("Yes, boot into rescue").waitForText("This bot serves members of its own workspace only");

            assertThat(asha.visibleText()).doesNotContain("confirmed.");
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void trap_14_a_button_that_is_still_shown_long_after_it_was_answered_does_nothing() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            botEnvironment.injectSlackFault(Map.of("fault", "http-503", "method", "chat.update", "for", 600));
            asha.click("No, cancel");

            asha.click("Yes, boot into rescue").waitForText("This request is closed");

            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void trap_14_a_button_that_is_pressed_long_after_it_was_shown_does_nothing() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            botEnvironment.injectSlackFault(Map.of("fault", "http-503", "method", "chat.update", "for", 50_000));
            botEnvironment.advanceClock(Duration.ofHours(12));
            await().until(() -> String.join("", botEnvironment.auditEntries()).contains("\"expired\""));

            asha.click("Yes, boot into rescue").waitForText("This request is closed");

            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void trap_14_a_button_that_is_pressed_ten_times_at_once_and_once_more_is_one_order() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            botEnvironment.injectSlackFault(Map.of(
                    "fault", "http-503", "method", "chat.update", "for", 600)); // the outdated button stays visible

            assertThat(IntStream.range(0, 10)
                            .parallel()
                            .mapToObj(click -> asha.clickUnchecked("Yes, boot into rescue")))
                    .allMatch(click -> click.path("acked").asBoolean());
            await().until(() -> botEnvironment.providerCommandCount() > 0);
            asha.click("Yes, boot into rescue");

            await().until(() -> asha.ephemeralTexts().size() == 10);
            assertThat(asha.ephemeralTexts()).allMatch(notice -> notice.contains("This was answered already"));
            assertThat(botEnvironment.providerCommandCount()).isEqualTo(1);
        }
    }

    @Test
    void trap_16_a_button_carries_an_id_and_nothing_that_anybody_could_read() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");

            assertThat(asha.buttonValue("rescue.confirm")).matches("[0-9a-f]{32}");
            assertThat(asha.buttonValue("rescue.cancel")).matches("[0-9a-f]{32}");
        }
    }
}
