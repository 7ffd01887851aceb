package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import org.junit.jupiter.api.Test;

/** The Home tab: what a person may do, what is under way, and what waits for them. */
class HomeScenarioTest {

    private static final String QUESTION = "Boot web-07.example.com into the rescue kernel?";

    private static final String POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                reason: required
            """;

    @Test
    void it_tells_who_the_person_is_and_what_they_may_do() {
        try (BotEnvironment environment = BotEnvironment.accelerated().linkAccount("chiara")) {
            SimulatedUser asha = environment.user("asha");
            SimulatedUser dario = environment.user("dario");

            asha.openHome().waitForHomeText("You may launch and end rescues on the devices that you have access to.");
            dario.openHome().waitForHomeText("You lack the permission");

            assertThat(asha.homeText()).contains("Rescue a device", "No device is in rescue", "/rescue help");
            assertThat(dario.homeText())
                    .contains("which is needed to launch the rescue kernel")
                    .contains("These can:");
        }
    }

    @Test
    void guests_and_people_who_are_not_served_get_one_sentence() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser gwen = environment.user("gwen").inChannel("shared-partner");
            SimulatedUser farid = environment.user("farid");

            gwen.openHome().waitForHomeText("serves members of its own workspace only");
            farid.openHome().waitForHomeText("No active user of the cloud account has your e-mail");

            assertThat(gwen.homeText()).doesNotContain("Rescue a device");
            assertThat(farid.homeText()).doesNotContain("Rescue a device");
        }
    }

    @Test
    void its_button_opens_the_picker_and_the_board_follows_the_rescue() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            SimulatedUser bruno = environment.user("bruno");
            bruno.openHome().waitForHomeText("No device is in rescue");
            asha.openHome().waitForHomeText("Rescue a device");

            asha.clickOnHome("Rescue a device").waitForModalText("Which device?");
            asha.closeModal();
            asha.type("/rescue web-07").waitForText(QUESTION);
            bruno.waitForHomeText("web-07.example.com: Waiting for");
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");

            bruno.waitForHomeText("web-07.example.com: in rescue since").waitForHomeText("Open the card");
        }
    }

    @Test
    void it_shows_only_what_the_person_may_see() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue tiny-01").waitForText("Boot tiny-01.example.com into the rescue kernel?");
            asha.type("/rescue web-07").waitForText(QUESTION);

            SimulatedUser bruno = environment.user("bruno").openHome().waitForHomeText("web-07.example.com");

            assertThat(bruno.homeText()).doesNotContain("tiny-01");
            asha.openHome().waitForHomeText("tiny-01.example.com");
        }
    }

    @Test
    void what_waits_for_the_person_is_approved_there() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(POLICY)) {
            SimulatedUser asha = environment.user("asha").openHome();
            SimulatedUser bruno = environment.user("bruno").openHome();
            asha.type("/rescue web-07 because disk full").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("waiting for approval");

            bruno.waitForHomeText("asks: disk full");
            asha.waitForHomeText("Waiting for approval.");
            assertThat(asha.homeText()).doesNotContain("Waiting for your approval");
            bruno.clickOnHome("Approve");

            bruno.inDirectMessage().waitForText("Done");
            asha.waitForText("approved (1 of 1).").waitForText("web-07.example.com is in the rescue kernel");
            bruno.waitForHomeText("in rescue since");
            assertThat(bruno.homeText()).doesNotContain("Waiting for your approval");
        }
    }

    @Test
    void what_waits_for_the_person_is_denied_there_with_a_reason() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(POLICY)) {
            SimulatedUser asha = environment.user("asha");
            SimulatedUser bruno = environment.user("bruno").openHome();
            asha.type("/rescue web-07 because disk full").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("waiting for approval");

            bruno.waitForHomeText("asks: disk full");
            bruno.clickOnHome("Deny").submit("Why not?", "the backup is running");

            asha.waitForText("denied it. Nothing was done. Reason: the backup is running");
            bruno.waitForHomeText("Closed lately");
            assertThat(environment.providerCommandCount()).isZero();
        }
    }
}
