package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code /rescue drill}: everything is as in a real rescue, except that no device is touched. */
class DrillScenarioTest {

    private static final String POLICY = """
            otherwise: permission
            rules:
              - name: production
                match: {tags: [prod]}
                approvals: 1
                approvers: {people: ["bruno@example.com", "chiara@example.com"]}
                reason: required
                break-glass: {allowed: true, review-by: 24h}
            """;

    @Test
    void a_drill_goes_through_everything_and_sends_no_command() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue drill").waitForText("Boot drill:practice into the rescue kernel?");
            assertThat(asha.visibleText()).contains("This is a drill");
            asha.click("Yes, boot into rescue").waitForText("drill:practice is in the rescue kernel");

            asha.click("Show access").waitForText("there is nothing to log in to");
            assertThat(asha.ephemeralText()).doesNotContain("ssh ");
            asha.type("/rescue list").waitForText("Drill: drill:practice: in rescue since");
            asha.type("/rescue status").waitForText("Drill: drill:practice");
            asha.openHome().waitForHomeText("Drill: drill:practice: in rescue since");
            asha.click("End rescue").waitForText("drill:practice is back in its installed system");
            asha.type("/rescue history").waitForText("came back.");
            assertThat(asha.ephemeralText()).contains("Drill: ");

            assertThat(environment.providerCommandCount()).isZero();
            assertThat(asha.threadReplies("drill:practice"))
                    .isNotEmpty()
                    .allSatisfy(reply -> assertThat(reply).contains("Drill"));
        }
    }

    @Test
    void a_drill_of_a_device_is_judged_and_approved_as_that_device_would_be() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(POLICY)) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue drill db-01").waitForText("Boot drill:db-01.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").submit("Why?", "we rehearse");
            asha.waitForText("waiting for approval");
            SimulatedUser bruno = environment.user("bruno");
            bruno.inDirectMessage().waitForText("This is a drill");
            bruno.inDirectMessage().click("Approve");

            asha.waitForText("drill:db-01.example.com is in the rescue kernel");
            assertThat(environment.providerCommandCount()).isZero();
        }
    }

    @Test
    void a_drill_neither_stands_in_the_way_of_the_real_device_nor_is_taken_for_it() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue drill web-07").waitForText("Boot drill:web-07.example.com into the rescue kernel?");
            environment.user("bruno").type("/rescue drill web-07");
            asha.waitForMessages(2);
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.type("/rescue drill").waitForText("already");

            asha.type("/rescue status drill:web-07.example.com").waitForText("drill:web-07.example.com");
            asha.type("/rescue exit drill:web-07")
                    .waitForText("drill:web-07.example.com is not in the rescue kernel yet");
        }
    }

    @Test
    void it_is_a_drill_on_the_home_tab_in_the_history_in_the_record_and_in_the_timeline() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue drill").waitForText("Boot drill:practice into the rescue kernel?");
            asha.openHome().waitForHomeText("drill:practice");
            asha.click("No, cancel").waitForText("cancelled");

            asha.type("/rescue history").waitForText("drill:practice");
            List<String> entries = environment.auditEntries().stream()
                    .filter(entry -> entry.contains("drill:practice"))
                    .toList();
            assertThat(entries)
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry).contains("\"drill\":\"true\""));
        }
    }

    @Test
    void a_drill_survives_a_restart_at_every_step() {
        try (BotEnvironment environment = BotEnvironment.withRestarts()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue drill").waitForText("Boot drill:practice into the rescue kernel?");
            asha.click("Yes, boot into rescue");
            environment.restartBot();
            asha.waitForText("drill:practice is in the rescue kernel");
            asha.click("End rescue");
            environment.restartBot();

            asha.waitForText("drill:practice is back in its installed system");
            assertThat(environment.providerCommandCount()).isZero();
        }
    }

    @Test
    void who_may_not_rescue_is_told_so_by_the_drill_and_a_hidden_device_stays_hidden() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            environment.user("dario").type("/rescue drill").waitForText("OS Reloads and Rescue Kernel");
            environment.user("bruno").type("/rescue drill web-08").waitForText("web-08");
            assertThat(environment.user("asha").countMessages("drill:")).isZero();
        }
    }

    @Test
    void a_drill_begins_on_the_home_tab_and_takes_place_in_the_direct_message() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.openHome().waitForHomeText("Start a drill");
            asha.clickOnHome("Start a drill");
            SimulatedUser directly = asha.inDirectMessage();
            directly.waitForText("Boot drill:practice into the rescue kernel?");
            assertThat(directly.visibleText())
                    .contains("No device goes down")
                    .doesNotContain("Everything that runs on it stops");
            directly.click("Yes, boot into rescue").waitForText("drill:practice is in the rescue kernel");
        }
    }

    @Test
    void break_glass_in_a_drill_is_rehearsed_and_not_counted() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(POLICY).linkAccount("elena")) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue drill db-01").waitForText("Boot drill:db-01.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").submit("Why?", "we rehearse");
            asha.waitForText("waiting for approval");
            asha.click("Break-glass")
                    .submit("Name of the device", "drill:db-01", "Why can it not wait?", "we rehearse that too");
            asha.waitForText("goes ahead without approval: we rehearse that too");
            environment.user("elena").inDirectMessage().waitForText("This is a drill");
            asha.waitForText("drill:db-01.example.com is in the rescue kernel");

            assertThat(environment.providerCommandCount()).isZero();
        }
    }

    @Test
    void the_password_of_a_drill_is_that_there_is_none() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue drill web-07").waitForText("Boot drill:web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("is in the rescue kernel");
            asha.click("Show access").waitForText("there is nothing to log in to");
            asha.click("Reveal password").waitForModalText("has no password, and none was read");

            assertThat(environment.providerCalls("getSoftwareComponents")).isZero();
        }
    }
}
