package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A device stays in rescue for long: who is reminded, what they answer, and who is told where they cannot. */
class ReminderScenarioTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private static SimulatedUser rescued(BotEnvironment environment) {
        SimulatedUser asha = environment.user("asha");
        asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
        return asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
    }

    @Test
    void P10_a_reminder_is_answered_where_it_stands() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = rescued(environment);

            environment.advanceClock(TWO_HOURS);
            asha.waitForText("web-07.example.com has been in the rescue kernel for");
            assertThat(asha.buttonLabels()).contains("Still needed", "End rescue", "Take over");
            asha.click("Still needed").waitForText("<@U0ASHA> still needs it in rescue");
            asha.click("Take over").waitForText("You are reminded of web-07.example.com already");

            asha.click("End rescue").waitForText("web-07.example.com is back");
            asha.click("Still needed").waitForText("is closed");
            assertThat(environment.auditEntries()).anyMatch(entry -> entry.contains("still-needed"));
        }
    }

    @Test
    void P10_whoever_takes_over_is_the_one_reminded_pinged_and_shown() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = rescued(environment);
            environment.advanceClock(TWO_HOURS);
            asha.waitForText("<@U0ASHA> web-07.example.com has been in the rescue kernel for");

            SimulatedUser bruno = environment.user("bruno");
            bruno.click("Take over").waitForText("<@U0BRUNO> took web-07.example.com over from <@U0ASHA>");

            assertThat(asha.visibleText()).contains("Taken over by");
            environment.advanceClock(TWO_HOURS);
            asha.waitForText("<@U0BRUNO> web-07.example.com has been in the rescue kernel for");
            asha.type("/rescue list").waitForText("In rescue now");
            asha.waitForText("taken over by <@U0BRUNO>");
            bruno.openHome().waitForHomeText("taken over by");
            assertThat(environment.auditEntries())
                    .anyMatch(entry -> entry.contains("taken-over") && entry.contains("U0ASHA"));
        }
    }

    @Test
    void P4_who_could_not_end_the_rescue_cannot_take_it_over() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = rescued(environment);
            environment.advanceClock(TWO_HOURS);
            asha.waitForText("has been in the rescue kernel for");

            environment.user("dario").click("Take over").waitForText("IPMI Remote Management");
            assertThat(environment.auditEntries()).noneMatch(entry -> entry.contains("taken-over"));
        }
    }

    @Test
    void P10_of_a_requester_who_was_deactivated_the_user_managers_are_told_and_take_over() {
        try (BotEnvironment environment = BotEnvironment.accelerated().linkAccount("chiara")) {
            rescued(environment);
            environment.injectSlackFault(Map.of("fault", "change-person", "person", "asha", "to", "deactivated"));
            environment.advanceClock(TWO_HOURS);

            SimulatedUser chiara = environment.user("chiara").inDirectMessage();
            chiara.waitForText("has no active user any more and cannot answer for web-07.example.com");
            chiara.click("Take over").waitForText("web-07.example.com");

            environment.user("bruno").waitForText("<@U0CHIARA> took web-07.example.com over from <@U0ASHA>");
        }
    }

    @Test
    void P10_in_a_channel_that_was_archived_the_user_managers_get_the_reminder_too() {
        try (BotEnvironment environment = BotEnvironment.accelerated().linkAccount("chiara")) {
            rescued(environment);
            environment.injectSlackFault(Map.of("fault", "archive-channel", "channel", "incident-42"));
            environment.advanceClock(TWO_HOURS);

            environment.user("asha").inDirectMessage().waitForText("web-07.example.com is in the rescue kernel");
            SimulatedUser chiara = environment.user("chiara").inDirectMessage();
            chiara.waitForText("The channel of this request takes no messages from me");
            chiara.click("End rescue");
            environment.user("asha").inDirectMessage().waitForText("web-07.example.com is back");
        }
    }

    @Test
    void what_is_in_rescue_is_listed_in_the_language_of_the_reader() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            rescued(environment);

            environment.editProfile("bruno", Map.of("locale", "it-IT"));
            environment.user("bruno").type("/rescue elenco").waitForText("In salvataggio adesso");
        }
    }
}
