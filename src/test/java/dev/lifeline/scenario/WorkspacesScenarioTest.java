package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.SimulatedUser;
import dev.lifeline.testkit.TwoWorkspaces;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One bot in two workspaces, whose people and channels have the same ids. */
class WorkspacesScenarioTest {

    private static final String CONFIRMATION = "Boot web-07.example.com into the rescue kernel?";

    private static final String APPROVAL_AT_HOME = """
            otherwise: permission
            rules:
              - name: partner
                match: {hostname: "web-*"}
                approvals: 1
                approvers: {people: [chiara, bruno]}
            """;

    @Test
    void P2_a_workspace_without_an_installation_is_told_where_to_install_it() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.lasting()) {
            workspaces
                    .partnerUser("asha")
                    .type("/rescue web-07")
                    .waitForText("not installed in this workspace")
                    .waitForText("/slack/install");
        }
    }

    @Test
    void a_request_in_an_installed_workspace_outlives_a_restart_and_is_seen_there_alone() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.lasting().install()) {
            SimulatedUser asha = workspaces.partnerUser("asha");
            asha.type("/rescue web-07").waitForText(CONFIRMATION);
            workspaces.restartBot();
            asha.click("Yes, boot into rescue").waitForText("the command to boot the rescue kernel");

            assertThat(workspaces.homeUser("asha").visibleText()).doesNotContain("web-07");
        }
    }

    @Tag("long")
    @Test
    void a_rescue_in_an_installed_workspace_goes_there_and_back() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.lasting().install()) {
            SimulatedUser asha = workspaces.partnerUser("asha");
            asha.type("/rescue web-07").waitForText(CONFIRMATION);
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
            asha.click("Show access").waitForText("How to get in to web-07.example.com");
            asha.click("End rescue").waitForText("web-07.example.com is back in its installed system");
        }
    }

    @Test
    void the_home_workspace_is_served_as_before() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.lasting().install()) {
            workspaces.homeUser("asha").type("/rescue web-08").waitForText("Boot web-08.example.com");

            assertThat(workspaces.partnerUser("asha").visibleText()).doesNotContain("web-08");
        }
    }

    @Test
    void forms_modals_and_the_Home_tab_open_in_the_workspace_of_whoever_asks() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.lasting().install()) {
            SimulatedUser asha = workspaces.partnerUser("asha");
            asha.openHome().waitForHomeText("You may launch and end rescues");
            asha.type("/rescue").waitForModalText("device");

            assertThat(workspaces.homeUser("asha").openModalText()).isEmpty();
        }
    }

    @Test
    void P5_an_approver_of_another_workspace_is_asked_there_and_everybody_reads_names() {
        try (TwoWorkspaces workspaces =
                TwoWorkspaces.withPolicy(APPROVAL_AT_HOME).install().link("bruno")) {
            SimulatedUser asha = workspaces.partnerUser("asha");
            asha.type("/rescue web-07").waitForText(CONFIRMATION);
            asha.click("Yes, boot into rescue").waitForText("approval");

            SimulatedUser bruno = workspaces.homeUser("bruno").inDirectMessage();
            bruno.waitForText("web-07.example.com").click("Approve");

            asha.waitForText("the command to boot the rescue kernel");
            assertThat(asha.visibleBlocks()).contains("bruno").doesNotContain("U0BRUNO", "T0SECOND/");
            assertThat(bruno.visibleBlocks()).contains("asha").doesNotContain("U0ASHA", "T0SECOND/");
        }
    }

    @Test
    void a_policy_names_people_of_another_workspace_with_its_id() {
        String policy = APPROVAL_AT_HOME.replace("[chiara, bruno]", "[T0SECOND/bruno]");
        try (TwoWorkspaces workspaces =
                TwoWorkspaces.withPolicy(policy).install().linkPartner("bruno")) {
            SimulatedUser asha = workspaces.homeUser("asha");
            asha.type("/rescue web-07").waitForText(CONFIRMATION);
            asha.click("Yes, boot into rescue");
            workspaces
                    .partnerUser("bruno")
                    .inDirectMessage()
                    .waitForText("web-07.example.com")
                    .click("Approve");

            asha.waitForText("the command to boot the rescue kernel");
        }
    }

    @Test
    void P5_somebody_s_accounts_in_two_workspaces_are_one_vote() {
        String policy = APPROVAL_AT_HOME.replace("[chiara, bruno]", "[chiara, asha, bruno]");
        try (TwoWorkspaces workspaces = TwoWorkspaces.withPolicy(policy).install()) {
            workspaces.link("asha").link("bruno");
            SimulatedUser asha = workspaces.partnerUser("asha");
            asha.type("/rescue web-07").waitForText(CONFIRMATION);
            asha.click("Yes, boot into rescue");
            workspaces.homeUser("bruno").inDirectMessage().waitForText("web-07.example.com");

            assertThat(workspaces.homeUser("asha").inDirectMessage().visibleText())
                    .doesNotContain("web-07");
        }
    }

    @Test
    void a_token_is_renewed_in_time_by_one_process_and_after_a_long_stop() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.rotating().install()) {
            SimulatedUser asha = workspaces.partnerUser("asha");
            workspaces.advanceClock(Duration.ofHours(11));
            await().until(() -> workspaces.renewals() == 1);
            asha.type("/rescue web-07").waitForText(CONFIRMATION);

            workspaces.advanceClock(Duration.ofHours(40));
            workspaces.restartBot();
            asha.type("/rescue web-08").waitForText("Boot web-08.example.com into the rescue kernel?");
            assertThat(workspaces.renewals()).isEqualTo(2);
        }
    }

    @Test
    void P6_tokens_are_encrypted_with_the_new_key_before_the_old_one_goes() throws Exception {
        try (TwoWorkspaces workspaces = TwoWorkspaces.rotating().install()) {
            String before = StoredTokens.read(workspaces.database());
            workspaces.restartBotWithKeys(TwoWorkspaces.NEXT_KEY, TwoWorkspaces.KEY);
            await().until(() -> !StoredTokens.read(workspaces.database()).equals(before));
            workspaces.restartBotWithKeys(TwoWorkspaces.NEXT_KEY);

            workspaces.partnerUser("asha").type("/rescue web-07").waitForText(CONFIRMATION);
            assertThat(StoredTokens.wholeDatabase(workspaces.database())).doesNotContain("xoxe", "xoxb");
        }
    }

    @Tag("long")
    @Test
    void P10_when_the_app_is_removed_in_mid_rescue_whoever_can_be_reached_elsewhere_is_told() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.lasting().install()) {
            SimulatedUser chiara = workspaces.homeUser("chiara");
            workspaces.link("chiara");
            SimulatedUser asha = workspaces.partnerUser("asha");
            asha.type("/rescue web-07").waitForText(CONFIRMATION);
            asha.click("Yes, boot into rescue").waitForText("the command to boot the rescue kernel");
            workspaces.injectPartnerFault(Map.of("fault", "uninstall-app"));

            chiara.inDirectMessage().waitForText("web-07.example.com");

            workspaces.install();
            asha.type("/rescue status").waitForText("web-07.example.com");
        }
    }

    @Test
    void a_revoked_token_ends_the_installation_and_nothing_else() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.rotating().install()) {
            workspaces.partnerUser("asha").type("/rescue web-08").waitForText("Boot web-08.example.com");
            workspaces.injectPartnerFault(Map.of("fault", "revoke-tokens"));
            await().until(() -> StoredTokens.state(workspaces.database()).equals("REVOKED"));

            workspaces.partnerUser("bruno").type("/rescue help").waitForText("/slack/install");
            workspaces.homeUser("asha").type("/rescue web-07").waitForText(CONFIRMATION);
        }
    }

    @Test
    void a_workspace_that_the_operator_no_longer_allows_is_not_served() {
        try (TwoWorkspaces workspaces = TwoWorkspaces.lasting().install()) {
            workspaces.restartBotAllowing("T0OTHER");

            workspaces.partnerUser("asha").type("/rescue web-07").waitForText("/slack/install");
        }
    }
}
