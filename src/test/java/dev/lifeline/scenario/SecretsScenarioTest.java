package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import dev.lifeline.testkit.StolenTokenClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One device in rescue, and the people who ask for its password. The last test ends the rescue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsScenarioTest {

    private static final String REVEAL_ACTION_ID = "rescue.reveal-password";

    private final BotEnvironment environment = BotEnvironment.accelerated();
    private final SimulatedUser asha = environment.user("asha");
    private final StolenTokenClient stolenTokenClient = new StolenTokenClient(environment);
    private String password = "";
    private String requestId = "";

    @BeforeAll
    void web_08_is_in_rescue() {
        environment.linkAccount("chiara");
        asha.type("/rescue web-08").waitForText("Boot web-08.example.com into the rescue kernel?");
        asha.click("Yes, boot into rescue").waitForText("web-08.example.com is in the rescue kernel");
        password = environment.providerPassword("web-08");
        requestId = asha.buttonValue("rescue.show-access");
    }

    @AfterEach
    void only_modals_ever_hold_it() {
        environment.clearProviderFaults();
        for (String person : List.of("asha", "bruno", "chiara", "dario", "elena", "farid"))
            assertThat(environment.user(person).visibleText()).doesNotContain(password);
    }

    @AfterAll
    void close() {
        environment.close();
    }

    @Test
    void the_access_instructions_are_private_and_hold_no_secret() {
        asha.click("Show access").waitForText("How to get in to web-08.example.com");

        assertThat(asha.ephemeralText())
                .contains("Log in: ssh -o StrictHostKeyChecking=ask", " root@")
                .contains("Host key in rescue: SHA256:", "Host key of the installed system: SHA256:")
                .contains("vgchange -ay");
        assertThat(environment.user("chiara").visibleText()).doesNotContain("How to get in to");
    }

    @Test
    void P6_the_password_is_seen_by_the_one_who_clicked_in_a_modal_of_their_own() {
        asha.click("Show access").waitForText("How to get in to web-08.example.com");
        asha.click("Reveal password").waitForModalText(password);

        assertThat(asha.openModalText()).contains("root").contains("This is what the provider has on record.");
        for (String person : List.of("bruno", "chiara", "dario", "elena"))
            assertThat(environment.user(person).openModalText()).isEmpty();
        asha.closeModal();
        assertThat(asha.openModalText()).isEmpty();
        assertThat(environment.auditEntries())
                .anyMatch(line -> line.contains("\"password-revealed\"") && line.contains(requestId));
    }

    @Test
    void P4_who_has_no_access_to_the_device_gets_no_kit() {
        SimulatedUser bruno = environment.user("bruno");
        bruno.click("Show access").waitForText("that you have access to");

        assertThat(bruno.ephemeralText()).doesNotContain("How to get in to").doesNotContain("ssh ");
    }

    @Test
    void P4_who_may_look_but_read_no_passwords_is_told_what_is_missing_and_who_can_give_it() {
        SimulatedUser dario = environment.user("dario");
        dario.click("Show access").waitForText("lacks the permission View Customer Software Password");
        dario.click("Reveal password").waitForModalText("lacks the permission View Customer Software Password");

        assertThat(dario.openModalText())
                .contains("administrator of the account")
                .doesNotContain(password);
        dario.closeModal();
        assertThat(environment.auditEntries()).anyMatch(line -> line.contains("\"rejected-reveal\""));
    }

    @Test
    void P4_the_id_of_somebody_elses_request_opens_nothing_to_who_has_no_access() {
        stolenTokenClient.postButton("Not yours", REVEAL_ACTION_ID, requestId);
        SimulatedUser bruno = environment.user("bruno");
        bruno.click("Not yours").waitForModalText("that you have access to");

        assertThat(bruno.openModalText()).doesNotContain(password);
        assertThat(asha.openModalText()).isEmpty();
        bruno.closeModal();
    }

    @Test
    void P4_by_somebody_elses_button_one_acts_in_ones_own_name() {
        stolenTokenClient.postButton("Somebody else's", REVEAL_ACTION_ID, requestId);
        SimulatedUser chiara = environment.user("chiara");
        chiara.click("Somebody else's").waitForModalText(password);

        assertThat(asha.openModalText()).isEmpty();
        chiara.closeModal();
        assertThat(environment.auditEntries())
                .anyMatch(line -> line.contains("\"password-revealed\"") && line.contains("chiara@example.com"));
    }

    @Test
    void an_id_that_was_made_up_reveals_nothing() {
        stolenTokenClient.postButton("Made up", REVEAL_ACTION_ID, "zzzzzzzzzzzz");
        asha.click("Made up").waitForModalText("This request is not known any more.");
        stolenTokenClient.postButton("Nonsense", REVEAL_ACTION_ID, "'; drop table rescue_requests; --");
        asha.click("Nonsense").waitForModalText("This request is not known any more.");
        asha.closeModal();
    }

    @Test
    void with_the_provider_unavailable_the_modal_says_so_and_what_to_do() {
        stolenTokenClient.postButton("While it is away", REVEAL_ACTION_ID, requestId);
        environment.injectProviderFault(
                Map.of("fault", "internal-error-500", "method", "SoftLayer_Virtual_Guest::getObject"));
        asha.click("While it is away").waitForModalText("The provider does not answer just now");

        assertThat(asha.openModalText()).contains("press Reveal password again");
        asha.closeModal();
        assertThat(environment.auditEntries()).anyMatch(line -> line.contains("\"password-not-revealed\""));
    }

    @Test
    void with_the_provider_away_nobody_is_waved_through() {
        stolenTokenClient.postButton("Who am I", REVEAL_ACTION_ID, requestId);
        environment.injectProviderFault(
                Map.of("fault", "internal-error-500", "method", "SoftLayer_User_Customer::getObject"));
        asha.click("Who am I").waitForModalText("cannot be checked just now");
        asha.closeModal();
    }

    @Test
    void P6_what_comes_after_the_modal_was_closed_is_shown_nowhere() {
        stolenTokenClient.postButton("Closed too soon", REVEAL_ACTION_ID, requestId);
        environment.injectProviderFault(
                Map.of("fault", "slow", "method", "SoftLayer_Virtual_Guest::getObject", "seconds", 2));
        asha.click("Closed too soon")
                .waitForModalText("The password is being read…")
                .closeModal();

        asha.waitForText("leave the window open");
        assertThat(asha.openModalText()).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void after_the_rescue_an_old_button_reveals_nothing() {
        asha.click("Show access").waitForText("How to get in to web-08.example.com");
        asha.click("End rescue").waitForText("web-08.example.com is back in its installed system");
        asha.click("Reveal password").waitForModalText("is not in rescue, so its password is not shown here");

        assertThat(asha.openModalText()).doesNotContain(password);
        assertThat(environment.providerCommandCount()).isEqualTo(2);
    }
}
