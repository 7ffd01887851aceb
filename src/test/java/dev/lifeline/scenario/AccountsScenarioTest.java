package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.LabAccount;
import dev.lifeline.testkit.LinkPageClient;
import dev.lifeline.testkit.SimulatedUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One bot for two accounts that have devices of the same names, and even the same ids. */
class AccountsScenarioTest {

    private static final String LAB_POLICY = """
            otherwise: permission
            rules:
              - name: lab
                match: {account: lab}
                approvals: 1
            """;

    private final LabAccount lab = LabAccount.start();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_name_in_both_accounts_is_listed_with_the_account_and_rescued_and_ended_in_the_one_that_is_typed() {
        try (BotEnvironment environment = lab.environment()) {
            SimulatedUser chiara = linkedInBoth(environment, "chiara");
            chiara.type("/rescue web-07")
                    .waitForText("Several devices are called web-07")
                    .waitForText("lab:web-07.example.com")
                    .waitForText("main:web-07.example.com");

            chiara.type("/rescue lab:web-07").waitForText("Boot lab:web-07.example.com into the rescue kernel?");
            chiara.click("Yes, boot into rescue").waitForText("lab:web-07.example.com is in the rescue kernel");
            assertThat(environment.providerCommandCount()).isZero();
            assertThat(lab.calls("executeRescueLayer")).isEqualTo(1);

            chiara.type("/rescue main:web-07").waitForText("Boot main:web-07.example.com into the rescue kernel?");
            chiara.click("No, cancel").waitForText("main:web-07.example.com: cancelled, nothing was done");

            chiara.type("/rescue exit lab:web-07").waitForText("End the rescue of lab:web-07.example.com");
            chiara.click("Yes, end the rescue").waitForText("lab:web-07.example.com is back");
            assertThat(environment.providerCommandCount()).isZero();
        }
    }

    @Test
    void P4_who_is_a_user_of_one_account_sees_and_rescues_its_devices_only() {
        try (BotEnvironment environment = lab.environment()) {
            SimulatedUser farid = environment.user("farid");
            farid.type("/rescue main:web-07").waitForText("There is no device main:web-07 that you have access to");
            farid.type("/rescue web-07").waitForText("Boot lab:web-07.example.com into the rescue kernel?");
            farid.click("No, cancel").waitForText("lab:web-07.example.com: cancelled, nothing was done");

            SimulatedUser bruno = environment.user("bruno");
            bruno.type("/rescue lab:web-07").waitForText("There is no device lab:web-07 that you have access to");
            bruno.type("/rescue web-07").waitForText("Boot main:web-07.example.com into the rescue kernel?");
        }
    }

    @Test
    void P5_an_approver_is_judged_by_the_rights_in_the_account_of_the_device() {
        try (BotEnvironment environment = lab.environment(LAB_POLICY)) {
            SimulatedUser farid = environment.user("farid");
            farid.type("/rescue web-07").waitForText("Boot lab:web-07.example.com into the rescue kernel?");
            farid.click("Yes, boot into rescue").waitForText("lab:web-07.example.com: waiting for approval");

            environment.user("bruno").click("Approve").waitForText("Account lab:");
            SimulatedUser asha = environment.user("asha");
            asha.click("Approve").waitForText("lets only those approve whom the card names");
            SimulatedUser chiara = environment.user("chiara");
            LinkPageClient.openLinkOf(chiara).submitKeyOf("chiara").confirm();
            chiara.click("Approve").waitForText("Account lab:");
            assertThat(lab.calls("executeRescueLayer")).isZero();

            environment.linkAccount("elena");
            SimulatedUser elena = environment.user("elena");
            LinkPageClient.openLinkOf(elena).submitSecondKeyOf("elena").confirm();
            elena.click("Approve");
            farid.waitForText("lab:web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void with_one_account_away_the_other_goes_on_and_it_is_said() {
        try (BotEnvironment environment = lab.environment()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue list web-07").waitForText("lab:web-07.example.com");
            lab.fail();

            asha.type("/rescue web-07")
                    .waitForText("Boot main:web-07.example.com into the rescue kernel?")
                    .waitForText("Account lab cannot be read at the moment, so its devices are left out.");
            asha.click("Yes, boot into rescue").waitForText("main:web-07.example.com is in the rescue kernel");
            asha.type("/rescue whoami").waitForText("Account lab:");
        }
    }

    private static SimulatedUser linkedInBoth(BotEnvironment environment, String name) {
        environment.linkAccount(name);
        SimulatedUser user = environment.user(name);
        LinkPageClient.openLinkOf(user).submitSecondKeyOf(name).confirm();
        return user;
    }
}
