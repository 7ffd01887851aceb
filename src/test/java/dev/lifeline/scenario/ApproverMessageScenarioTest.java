package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.LinkPageClient;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The message to an approver goes with the status message, and a vote that needs a proof first counts after it. */
class ApproverMessageScenarioTest {

    private static final String BY_NAME = """
            otherwise: permission
            rules:
              - name: web
                approvals: 1
                approvers: {people: [bruno, chiara]}
                remind: {after: 5m}
                approve-by: 15m
                break-glass: {allowed: true, review-by: 1h}
            """;
    private static final String STEP_UP = """
            otherwise: permission
            rules:
              - name: web
                approvals: 1
                step-up: 8h
                approve-by: 15m
            """;

    private static SimulatedUser ask(BotEnvironment environment) {
        SimulatedUser asha = environment.user("asha");
        asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
        return asha.click("Yes, boot into rescue");
    }

    private static SimulatedUser brunoDirectly(BotEnvironment environment) {
        SimulatedUser bruno = environment.user("bruno").inDirectMessage();
        bruno.waitForText("asks for your approval to boot");
        assertThat(bruno.buttonLabels()).containsExactly("Approve", "Deny");
        return bruno;
    }

    private static void waitUntilOver(SimulatedUser approver, String outcome) {
        approver.waitForText("That is over").waitForText(outcome);
        assertThat(approver.buttonLabels()).isEmpty();
        assertThat(approver.menuLabels()).isEmpty();
    }

    @Test
    void P2_no_button_is_left_in_the_message_to_an_approver_once_another_one_approved() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_NAME).linkAccount("chiara")) {
            ask(environment).waitForText("waiting for approval");
            SimulatedUser bruno = brunoDirectly(environment);

            environment.user("chiara").click("Approve");

            waitUntilOver(bruno, "<@U0CHIARA> approved");
            assertThat(bruno.countMessages("web-07.example.com")).isEqualTo(1);
        }
    }

    @Test
    void P2_nor_after_a_withdrawal() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_NAME)) {
            SimulatedUser asha = ask(environment).waitForText("waiting for approval");
            SimulatedUser bruno = brunoDirectly(environment);

            asha.click("Withdraw");

            waitUntilOver(bruno, "<@U0ASHA>");
        }
    }

    @Test
    void P2_nor_after_a_denial() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_NAME).linkAccount("chiara")) {
            ask(environment).waitForText("waiting for approval");
            SimulatedUser bruno = brunoDirectly(environment);

            environment.user("chiara").click("Deny").submit("Why not?", "the backup is running");

            waitUntilOver(bruno, "the backup is running");
        }
    }

    @Test
    void P2_nor_after_break_glass() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_NAME)) {
            SimulatedUser asha = ask(environment).waitForText("waiting for approval");
            SimulatedUser bruno = brunoDirectly(environment);

            asha.click("Break-glass")
                    .submit("Name of the device", "web-07", "Why can it not wait?", "the shop is down");

            bruno.waitForText("That is over");
            assertThat(bruno.buttonLabels()).isEmpty();
        }
    }

    @Test
    void P2_nor_after_its_time_and_a_reminder_is_a_message_of_its_own() {
        String hasty = BY_NAME.replace("after: 5m", "after: 3s").replace("approve-by: 15m", "approve-by: 20s");
        try (BotEnvironment environment = BotEnvironment.withPolicy(hasty)) {
            ask(environment).waitForText("waiting for approval");
            SimulatedUser bruno = brunoDirectly(environment);

            bruno.waitForText("still waits for your approval of web-07.example.com");

            waitUntilOver(bruno, "web-07.example.com");
        }
    }

    @Test
    void a_vote_is_shown_to_the_other_approvers_and_its_voter_has_no_button_left() {
        String two = BY_NAME.replace("approvals: 1", "approvals: 2");
        try (BotEnvironment environment = BotEnvironment.withPolicy(
                        two.replace("[bruno, chiara]", "[bruno, chiara, elena]"))
                .linkAccount("chiara")
                .linkAccount("elena")) {
            ask(environment).waitForText("waiting for approval");
            SimulatedUser bruno = brunoDirectly(environment);
            SimulatedUser chiara = environment.user("chiara").inDirectMessage();

            chiara.waitForText("asks for your approval").click("Approve");

            bruno.waitForText("1 of 2 have approved");
            assertThat(bruno.buttonLabels()).containsExactly("Approve", "Deny");
            chiara.waitForText("1 of 2 have approved");
            assertThat(chiara.buttonLabels()).isEmpty();
        }
    }

    @Test
    void P5_a_vote_counts_when_its_voter_comes_back_from_the_proof_that_the_policy_asks_for() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(STEP_UP).linkAccount("asha")) {
            SimulatedUser asha = ask(environment).waitForText("waiting for approval");

            SimulatedUser bruno = environment.user("bruno");
            bruno.click("Approve").waitForText("Your approval of web-07.example.com is kept");
            assertThat(environment.providerCommandCount()).isZero();
            environment.linkAccount("bruno");

            asha.waitForText("<@U0BRUNO> approved (1 of 1)");
            asha.waitForText("web-07.example.com is in the rescue kernel");
            assertThat(environment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void P5_so_does_that_of_a_user_manager_whom_their_e_mail_alone_does_not_identify() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_NAME)) {
            environment.editProfile("chiara", Map.of("locale", "it-IT"));
            environment.advanceClock(Duration.ofSeconds(11)); // her profile is remembered for ten
            SimulatedUser asha = ask(environment).waitForText("waiting for approval");

            SimulatedUser chiara = environment.user("chiara");
            chiara.click("Approve").waitForText("La tua approvazione per web-07.example.com è conservata");
            environment.linkAccount("chiara");

            asha.waitForText("<@U0CHIARA> approved (1 of 1)");
        }
    }

    @Test
    void P5_a_kept_vote_is_refused_with_the_reason_where_the_rules_are_not_met_any_more() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(STEP_UP).linkAccount("asha")) {
            SimulatedUser asha = ask(environment).waitForText("waiting for approval");
            SimulatedUser bruno = environment.user("bruno");
            bruno.click("Approve").waitForText("is kept");
            asha.click("Withdraw").waitForText("web-07.example.com: cancelled");

            LinkPageClient.openLinkOf(bruno).submitKeyOf("bruno").confirm();

            bruno.waitForText("is closed");
            assertThat(environment.providerCommandCount()).isZero();
            assertThat(environment.auditEntries())
                    .anyMatch(entry -> entry.contains("rejected-click") && entry.contains("rescue.approve"));
        }
    }

    @Test
    void P5_a_vote_by_a_key_of_the_requester_is_none() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(STEP_UP).linkAccount("asha")) {
            ask(environment).waitForText("waiting for approval");
            SimulatedUser bruno = environment.user("bruno");
            bruno.click("Approve").waitForText("is kept");

            LinkPageClient.openLinkOf(bruno).submitKeyOf("asha").confirm();

            bruno.waitForText("You asked for this, so somebody else has to approve it.");
            assertThat(environment.providerCommandCount()).isZero();
        }
    }

    @Test
    void P5_a_vote_that_is_not_proved_within_the_time_to_approve_is_forgotten() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(STEP_UP).linkAccount("asha")) {
            SimulatedUser asha = ask(environment).waitForText("waiting for approval");
            environment.user("bruno").click("Approve").waitForText("is kept");
            environment.advanceClock(Duration.ofMinutes(16));
            asha.waitForText("nobody answered in time");

            environment.linkAccount("bruno");

            asha.type("/rescue status web-07");
            assertThat(environment.auditEntries())
                    .filteredOn(entry -> entry.contains("\"approved\""))
                    .isEqualTo(List.of());
        }
    }
}
