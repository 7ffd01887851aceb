package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import org.junit.jupiter.api.Test;

/** The history of a device: requests, approvals, results, and the timeline of one rescue. */
class HistoryScenarioTest {

    private static final String ONE_APPROVAL_POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                reason: required
            """;

    @Test
    void P8_history_and_timeline_tell_who_why_and_what_came_of_it() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue history")
                    .waitForText("Nobody has asked for a rescue of a device that you have access to.");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com");
            asha.click("Yes, boot into rescue").submit("Why?", "INC-42 the disk is full");
            asha.waitForText("waiting for approval");
            botEnvironment.user("bruno").click("Approve");
            asha.waitForText("web-07.example.com is in the rescue kernel").click("End rescue");
            asha.waitForText("web-07.example.com is back in its installed system");

            asha.type("/rescue history web-07").waitForText("Rescues of web-07.example.com so far");
            assertThat(asha.ephemeralText())
                    .contains("came back. Asked by", "Approved by", "Why: INC-42 the disk is full. It was away for");
            asha.type("/rescue timeline web-07").waitForText("is in your own talk with me.");
            asha.inDirectMessage()
                    .waitForText("# Rescue of `web-07.example.com`")
                    .waitForText("**approved** by")
                    .waitForText("**exited** by Lifeline");
        }
    }

    @Test
    void P4_history_shows_only_devices_that_the_asker_may_see() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-08").waitForText("Boot web-08.example.com");
            asha.click("No, cancel").waitForText("web-08.example.com: cancelled, nothing was done");

            SimulatedUser bruno = botEnvironment.user("bruno");
            bruno.type("/rescue history")
                    .waitForText("Nobody has asked for a rescue of a device that you have access to.");
            bruno.type("/rescue history web-08").waitForText("There is no device web-08 that you have access to.");
            bruno.type("/rescue timeline web-08").waitForText("There is no device web-08 that you have access to.");
            asha.type("/rescue history").waitForText("cancelled. Asked by");
        }
    }
}
