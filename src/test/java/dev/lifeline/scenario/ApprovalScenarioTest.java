package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.lifeline.slack.LogCapture;
import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Approvals by button: given, denied, too late, or not requested in time. */
class ApprovalScenarioTest {

    private static final String ONE_APPROVAL_POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                break-glass: {allowed: true, review-by: 24h}
            """;

    @Test
    void P5_somebody_else_approves_and_it_is_launched_once() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com: waiting for approval");
            asha.click("Approve").waitForText("You asked for this, so somebody else has to approve it.");

            botEnvironment.user("bruno").click("Approve");

            asha.waitForText("approved (1 of 1).").waitForText("web-07.example.com is in the rescue kernel");
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void one_denial_with_its_reason_closes_it_and_nothing_is_done() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("waiting for approval");

            botEnvironment.user("bruno").click("Deny").submit("Why not?", "the backup is running");

            asha.waitForText("denied it. Nothing was done. Reason: the backup is running");
            asha.waitForText("web-07.example.com: denied, nothing was done");
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void approve_and_deny_are_buttons_and_the_rest_is_in_the_menu() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("waiting for approval");

            assertThat(asha.buttonLabels()).containsExactly("Approve", "Deny");
            assertThat(asha.menuLabels()).containsExactly("Comment and approve", "Withdraw", "Break-glass");
            botEnvironment.user("bruno").click("Comment and approve").submit("Comment", "go on");

            asha.waitForText("go on").waitForText("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void an_approver_who_has_to_prove_who_they_are_gets_the_address_in_the_answer() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            requestAndConfirm(botEnvironment.user("asha")).waitForText("waiting for approval");
            SimulatedUser chiara = botEnvironment.user("chiara");
            chiara.click("Approve").waitForText("Your e-mail alone does not show who you are");

            chiara.waitForText("Open this address and show which cloud user you are");
            assertThat(botEnvironment.user("asha").visibleText()).doesNotContain("Open this address");
        }
    }

    @Test
    void the_requester_withdraws_and_approval_comes_too_late() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("waiting for approval");
            botEnvironment.user("bruno").click("Withdraw").waitForText("who asked, can answer this.");

            asha.click("Withdraw").waitForText("web-07.example.com: cancelled, nothing was done");
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void who_may_not_launch_it_may_not_approve_it_either() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("waiting for approval");

            botEnvironment.user("dario").click("Approve").waitForText("The policy lets only those approve");
            botEnvironment
                    .user("farid")
                    .click("Approve")
                    .waitForText("No active user of the cloud account has your e-mail");
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void break_glass_takes_the_devices_name_and_is_reviewed_by_somebody_else() {
        try (BotEnvironment botEnvironment =
                BotEnvironment.withPolicy(ONE_APPROVAL_POLICY).linkAccount("elena")) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("waiting for approval");
            asha.click("Break-glass")
                    .submit("Name of the device", "web-08", "Why can it not wait?", "the shop is down");
            assertThat(asha.openModalErrors()).contains("This is not the name of the device");
            asha.submit("Name of the device", "web-07");

            asha.waitForText("goes ahead without approval: the shop is down");
            botEnvironment.user("elena").inDirectMessage().waitForText("used the emergency override (break-glass)");
            asha.waitForText("web-07.example.com: emergency override (break-glass), please review");
            asha.waitForText("web-07.example.com is in the rescue kernel");
            asha.type("/rescue status")
                    .waitForText("used the emergency override (break-glass), and nobody has reviewed it yet");
            asha.click("I have reviewed it")
                    .waitForText("You used the emergency override (break-glass), so somebody else");
            botEnvironment.user("bruno").click("I have reviewed it");
            asha.waitForText("web-07.example.com: the emergency override (break-glass) was reviewed");
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void a_rule_that_denies_tells_the_requester_alone_and_says_whom_to_ask() {
        String never = """
                otherwise: permission
                rules:
                  - name: never
                    match: {hostname: "db-*"}
                    deny: "ask the storage team in #storage"
                """;
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(never)) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue db-01").waitForText("The policy does not allow it: ask the storage team in #storage");

            assertThat(botEnvironment.user("bruno").visibleText()).doesNotContain("storage team");
        }
    }

    @Test
    void a_reason_that_does_not_fit_is_asked_for_again() {
        String reason = """
                otherwise: permission
                rules:
                  - name: web
                    reason: "INC-[0-9]+.*"
                """;
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(reason)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).submit("Why?", "because");
            assertThat(asha.openModalErrors()).contains("The policy wants a reason of a certain form");

            asha.submit("Why?", "INC-42 the disk is full");
            asha.waitForText("confirmed: INC-42 the disk is full")
                    .waitForText("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void a_machine_that_changed_meanwhile_is_asked_about_again() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("waiting for approval");
            botEnvironment.triggerDeviceIncident("web-07", "is powered off");

            SimulatedUser bruno = botEnvironment.user("bruno");
            bruno.click("Approve").waitForText("The machine is not as it was when you were asked (power: on → off)");
            assertThat(botEnvironment.providerCommandCount()).isZero();
            bruno.waitForText("The card changed since you looked at it.").click("Approve");
            asha.waitForText("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void what_no_rule_matches_is_denied_where_the_policy_says_so() {
        String closed = ONE_APPROVAL_POLICY.replace("otherwise: permission", "otherwise: deny");
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(closed)) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue db-01")
                    .waitForText("No rule of the policy is for this device in this channel at this hour");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
        }
    }

    @Test
    void the_start_and_each_edit_log_what_the_rules_match_and_warn_of_a_way_round() {
        try (LogCapture log = LogCapture.atLevel("dev.lifeline.app.PolicyReviewLog", Level.INFO);
                BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            Awaitility.await()
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(log.messages())
                            .contains(
                                    "Policy rule web matches 2 of 13 devices now (web-07.example.com, web-08.example.com);"
                                            + " approvals needed: 1, from whoever else may launch it")
                            .doesNotContain("walked around"));

            botEnvironment.updatePolicy(ONE_APPROVAL_POLICY.replace(
                    "hostname: \"web-*\"", "hostname: \"web-*\", channels: [\"#incident-*\", \"#incidents\"]"));
            botEnvironment.user("asha").type("/rescue web-07").waitForText("Boot web-07.example.com");

            Awaitility.await()
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(log.messages())
                            .contains("Policy rule web: can be walked around", "when asked for in a direct message")
                            .contains(
                                    "Policy rule web: the bot is in no channel whose name or id matches 'incidents'"));
        }
    }

    @Test
    void approvers_that_the_policy_names_are_asked_once_in_the_thread_and_each_directly() {
        String leads = """
                otherwise: permission
                rules:
                  - name: web
                    approvals: 1
                    approvers: {groups: [oncall-leads], people: [bruno]}
                """;
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(leads)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("Waiting for approval. Asked:");

            SimulatedUser bruno = botEnvironment.user("bruno").inDirectMessage();
            bruno.waitForText("asks for your approval to boot").waitForText("Open the card");
            assertThat(bruno.buttonLabels()).containsExactly("Approve", "Deny");
            assertThat(bruno.menuLabels()).containsExactly("Comment and approve");
            assertThat(bruno.visibleBlocks()).contains("web-07.example.com", "dal13");
            bruno.click("Approve").waitForText("Done. web-07.example.com");
            asha.waitForText("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void an_edited_policy_counts_for_the_next_request_and_one_with_a_mistake_does_not_count() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("waiting for approval");
            botEnvironment.updatePolicy(ONE_APPROVAL_POLICY.replace("approvals: 1", "approvals: 2"));
            asha.type("/rescue web-08").waitForText("Boot web-08.example.com");
            asha.click("Yes, boot into rescue").waitForText("0 of 2 have approved.");

            botEnvironment.updatePolicy("rules: nonsense");
            botEnvironment.user("bruno").click("Withdraw");
            asha.type("/rescue status").waitForText("web-08.example.com");
            botEnvironment.user("bruno").type("/rescue status web-07").waitForText("Waiting for approval.");
        }
    }

    @Test
    void nobody_answers_so_they_are_asked_again_then_others_too_and_at_last_it_expires_without_buttons() {
        String hasty = """
                otherwise: permission
                rules:
                  - name: web
                    approvals: 1
                    approvers: {people: [bruno, dario]}
                    remind: {after: 2s, then: elena}
                    approve-by: 5s
                """;
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(hasty)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("they are asked again, and also");
            asha.waitForText("Nobody has answered yet. Asked again: <@U0ELENA>");
            botEnvironment.user("elena").inDirectMessage().waitForText("asks for your approval to boot");
            asha.waitForText("web-07.example.com: nobody answered in time, nothing was done");

            assertThat(botEnvironment
                            .user("bruno")
                            .clickUnchecked("Approve")
                            .path("ok")
                            .asBoolean())
                    .as("no button is left")
                    .isFalse();
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void P10_a_device_that_stays_in_rescue_is_reported_again_and_again() {
        String watchful = """
                otherwise: permission
                rules:
                  - name: any
                    approvals: 0
                remind-in-rescue: {after: 1s, every: 2s}
                """;
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(watchful)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("web-07.example.com is in the rescue kernel");
            asha.waitForText("Is it still needed there?").click("End rescue");
            asha.waitForText("web-07.example.com is back in its installed system");
        }
    }

    @Test
    void a_rule_may_want_that_people_proved_who_they_are_not_long_ago() {
        String careful = """
                otherwise: permission
                rules:
                  - name: web
                    approvals: 1
                    step-up: 8h
                """;
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(careful)) {
            SimulatedUser asha = botEnvironment.user("asha");
            requestAndConfirm(asha).waitForText("The policy asks that you have shown not long ago who you are");
            botEnvironment.linkAccount("asha");
            asha.click("Yes, boot into rescue").waitForText("waiting for approval");

            botEnvironment
                    .user("bruno")
                    .click("Approve")
                    .waitForText("The policy asks that you have shown not long ago")
                    .waitForText("Open this address and show which cloud user you are");
            botEnvironment.linkAccount("bruno");
            asha.waitForText("web-07.example.com is in the rescue kernel");
        }
    }

    private static SimulatedUser requestAndConfirm(SimulatedUser asha) {
        asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
        return asha.click("Yes, boot into rescue");
    }
}
