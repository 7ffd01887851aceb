package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.LinkPageClient;
import dev.lifeline.testkit.SimulatedUser;
import org.junit.jupiter.api.Test;

/** Attempts to gain something by changing who somebody is taken for. */
class LinkAttackScenarioTest {

    private static final String ONE_APPROVAL_POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
            """;

    @Test
    void attack_a_user_manager_below_the_owner_overwrites_the_owners_proved_link() {
        try (BotEnvironment other = BotEnvironment.accelerated()) {
            other.linkAccount("elena").linkAccount("chiara").linkAccount("asha");
            SimulatedUser chiara = other.user("chiara");
            chiara.type("/rescue link @elena 307608_dario@example.com")
                    .waitForText("linked to a cloud user that is not yours to manage, so nothing was changed");
            chiara.type("/rescue link @asha 307608_dario@example.com")
                    .waitForText("showed an API key, so only they can change who they are here");

            other.user("elena").type("/rescue whoami").waitForText("You are its owner or count as such");
            other.user("asha").type("/rescue whoami").waitForText("You are 307608_asha@example.com");
            assertThat(other.auditEntries())
                    .anyMatch(entry -> entry.contains("rejected-bind") && entry.contains("LINKED_USER_NOT_MANAGED"))
                    .anyMatch(entry -> entry.contains("rejected-bind") && entry.contains("VERIFIED"));
        }
    }

    @Test
    void P5_attack_the_requester_links_somebody_without_an_account_who_then_approves_her_request() {
        try (BotEnvironment other =
                BotEnvironment.withPolicy(ONE_APPROVAL_POLICY).linkAccount("chiara")) {
            SimulatedUser chiara = other.user("chiara");
            chiara.type("/rescue link @farid 307608_bruno@example.com").waitForText("the cloud user 307608_bruno");
            chiara.click("Yes, link them").waitForText("acts as cloud user 307608_bruno@example.com here from now on.");
            chiara.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            chiara.click("Yes, boot into rescue").waitForText("web-07.example.com: waiting for approval");

            SimulatedUser farid = other.user("farid");
            farid.click("Approve")
                    .waitForText("<@U0CHIARA> linked you to your cloud user")
                    .waitForText("so you have no vote on it. Nothing was changed.");

            assertThat(other.auditEntries())
                    .anyMatch(entry -> entry.contains("link-made-by-requester") && entry.contains("U0CHIARA"));
            assertThat(other.providerCommandCount()).isZero();
            other.user("asha").click("Approve");
            chiara.waitForText("approved (1 of 1).");
        }
    }

    @Test
    void P5_attack_somebody_is_made_an_approver_after_the_request() {
        try (BotEnvironment other =
                BotEnvironment.withPolicy(ONE_APPROVAL_POLICY).linkAccount("chiara")) {
            SimulatedUser asha = other.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com: waiting for approval");
            SimulatedUser chiara = other.user("chiara");
            chiara.type("/rescue link @farid 307608_bruno@example.com").waitForText("the cloud user 307608_bruno");
            chiara.click("Yes, link them").waitForText("acts as cloud user 307608_bruno@example.com here from now on.");

            other.user("farid").click("Approve").waitForText("after this was asked for, so you have no vote on it.");
            assertThat(other.auditEntries()).anyMatch(entry -> entry.contains("link-made-after-request"));
            assertThat(other.providerCommandCount()).isZero();
        }
    }

    @Test
    void a_request_whose_approvers_are_disabled_is_refused_with_who_and_who_can_help() {
        String leads = """
                otherwise: permission
                rules:
                  - name: web
                    approvals: 1
                    approvers: {people: [bruno, dario]}
                """;
        try (BotEnvironment other = BotEnvironment.withPolicy(leads).linkAccount("chiara")) {
            other.triggerUserIncident("bruno", "is disabled");
            SimulatedUser asha = other.user("asha");

            asha.type("/rescue web-07")
                    .waitForText("asks for 1 to approve, and but for you only 0 of those whom it names can")
                    .waitForText("Nothing was done.");
            assertThat(other.auditEntries())
                    .anyMatch(entry -> entry.contains("nobody-to-ask") && entry.contains("U0BRUNO, U0DARIO"));

            other.triggerUserIncident("bruno", "is active");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("Waiting for approval. Asked:");
            other.user("bruno").inDirectMessage().waitForText("asks for your approval to boot");
            assertThat(other.user("dario").inDirectMessage().visibleText()).doesNotContain("asks for your approval");
        }
    }

    @Test
    void attack_somebody_tries_keys_without_end_by_asking_for_another_link_each_time() {
        try (BotEnvironment other = BotEnvironment.accelerated()) {
            SimulatedUser dario = other.user("dario");
            for (int i = 0; i < 2; i++) {
                LinkPageClient browser = LinkPageClient.openLinkOf(dario);
                for (int k = 0; k < 5; k++) browser.submitKey("307608_elena@example.com", "guess-" + k);
            }
            LinkPageClient third = LinkPageClient.openLinkOf(dario);
            for (int i = 0; i < 3; i++) {
                third.submitKeyOf("dario");
                assertThat(third.page().statusCode()).isEqualTo(429);
                assertThat(third.text())
                        .contains(
                                "Too many keys were tried for this Slack account", "you can go on: type /rescue link");
            }
            assertThat(other.auditEntries())
                    .filteredOn(entry -> entry.contains("too-many-keys-by-person"))
                    .hasSize(1)
                    .allMatch(entry -> entry.contains("127.0.0.1"));
        }
    }
}
