package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access changes from Slack: who may make them, their effect, and who is told. */
class AccessScenarioTest {

    private static final String RELOAD_PERMISSION_LABEL = "OS Reloads and Rescue Kernel";

    private final BotEnvironment environment = BotEnvironment.accelerated();
    private final SimulatedUser asha = environment.user("asha");
    private final SimulatedUser bruno = environment.user("bruno");
    private final SimulatedUser chiara = environment.user("chiara");
    private final SimulatedUser dario = environment.user("dario");

    @BeforeEach
    void linkUserManagers() {
        environment.linkAccount("chiara");
        environment.linkAccount("elena");
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void a_manager_grants_a_permission_and_the_person_can_rescue() {
        dario.type("/rescue web-07").waitForText("lacks the permission " + RELOAD_PERMISSION_LABEL);

        chiara.type("/rescue access @dario")
                .waitForText("Lacks " + RELOAD_PERMISSION_LABEL + ", which is needed to launch the rescue kernel");
        chiara.click("Grant " + RELOAD_PERMISSION_LABEL).waitForText("has " + RELOAD_PERMISSION_LABEL + " now.");

        dario.waitForText("granted you " + RELOAD_PERMISSION_LABEL);
        dario.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
        dario.click("No, cancel").waitForText("cancelled, nothing was done");
        assertThat(environment.providerCalls("addBulkPortalPermission")).isEqualTo(1);
        assertThat(asha.visibleText()).doesNotContain("granted you");
    }

    @Test
    void a_manager_grants_device_access_and_takes_it_away() {
        bruno.type("/rescue list web").waitForText("web-07.example.com");
        assertThat(bruno.visibleText()).doesNotContain("web-08.example.com");

        chiara.type("/rescue access @bruno web-08").waitForText("Has no access to web-08.example.com");
        chiara.click("Grant access to web-08.example.com").waitForText("has access to web-08.example.com now.");
        bruno.waitForText("granted you access to web-08.example.com");
        bruno.type("/rescue web-08").waitForText("Boot web-08.example.com into the rescue kernel?");
        bruno.click("No, cancel").waitForText("cancelled, nothing was done");

        chiara.type("/rescue access @bruno web-08").waitForText("Has access to web-08.example.com");
        chiara.click("Revoke access to web-08.example.com")
                .waitForText("does not have access to web-08.example.com any more");
        bruno.type("/rescue web-08").waitForText("There is no device web-08 that you have access to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asha | access @dario | lacks the permission Manage Users",
                "asha | access | Has OS Reloads and Rescue Kernel",
                "bruno | access web-07 | Has access to web-07.example.com",
                "bruno | access web-08 | There is no device web-08 that you have access to",
                "chiara | access @elena | its owner or count as such",
                "chiara | access @farid | It is not known who",
                "chiara | access @gwen | It is not known who",
                "chiara | access @nobody-at-all | is not a person that I can tell from others",
                "chiara | access @dario nope-99 | There is no device nope-99",
                "elena | access @chiara | Has Manage Users",
                "dario | whoami | These can: ",
                "dario | web-07 | These can: ",
                "dario | help | Not with what you have so far"
            })
    void replies_about_access_are_ephemeral(String userName, String command, String sees) {
        chiara.type("/rescue whoami").waitForText("You are");
        environment.user(userName).type("/rescue " + command).waitForText(sees);

        assertThat(environment.user(userName).ephemeralText()).contains(sees);
        assertThat(accessChangeCalls()).isZero();
    }

    @Test
    void nobody_is_offered_a_change_of_their_own_access_nor_of_the_owners() {
        chiara.type("/rescue access @chiara").waitForText("Has Manage Users");
        chiara.type("/rescue access @elena").waitForText("its owner or count as such");

        assertThat(chiara.clickUnchecked("Revoke " + RELOAD_PERMISSION_LABEL)
                        .path("acked")
                        .asBoolean())
                .isFalse();
        assertThat(chiara.clickUnchecked("Grant " + RELOAD_PERMISSION_LABEL)
                        .path("acked")
                        .asBoolean())
                .isFalse();
        assertThat(accessChangeCalls()).isZero();
    }

    @Test
    void a_click_of_a_former_manager_is_denied() {
        chiara.type("/rescue access @dario").waitForText("Lacks " + RELOAD_PERMISSION_LABEL);
        environment.user("elena").type("/rescue access @chiara").waitForText("Has Manage Users");
        environment.triggerUserIncident("chiara", "is disabled");

        chiara.click("Grant " + RELOAD_PERMISSION_LABEL).waitForText("is disabled, not active");
        assertThat(accessChangeCalls()).isZero();
    }

    @Test
    void what_those_below_hold_is_not_taken_from_them_in_silence() {
        environment
                .user("elena")
                .type("/rescue access @chiara")
                .waitForText("Has " + RELOAD_PERMISSION_LABEL)
                .click("Revoke " + RELOAD_PERMISSION_LABEL)
                .waitForText("somebody below this user holds it")
                .waitForText("still has " + RELOAD_PERMISSION_LABEL);

        asha.type("/rescue whoami").waitForText("You may launch and end rescues");
    }

    @Test
    void P4_with_the_provider_unavailable_at_the_click_nothing_is_changed_and_the_button_stays_valid() {
        chiara.type("/rescue access @dario").waitForText("Lacks " + RELOAD_PERMISSION_LABEL);
        environment.injectProviderFault(
                Map.of("fault", "internal-error-500", "method", "SoftLayer_User_Customer::getObject"));
        chiara.click("Grant " + RELOAD_PERMISSION_LABEL).waitForText("cannot be checked just now, so nothing was done");
        assertThat(accessChangeCalls()).isZero();

        environment.clearProviderFaults();
        chiara.click("Grant " + RELOAD_PERMISSION_LABEL).waitForText("has " + RELOAD_PERMISSION_LABEL + " now.");
    }

    @Test
    void P3_after_a_lost_response_the_access_is_read_and_the_change_is_not_sent_again() {
        chiara.type("/rescue access @dario").waitForText("Lacks " + RELOAD_PERMISSION_LABEL);
        environment.injectProviderFault(Map.of("fault", "commit-then-drop"));

        chiara.click("Grant " + RELOAD_PERMISSION_LABEL).waitForText("has " + RELOAD_PERMISSION_LABEL + " now.");
        assertThat(environment.providerCalls("addBulkPortalPermission")).isEqualTo(1);
    }

    @Test
    void P1_a_button_works_once() {
        chiara.type("/rescue access @dario").waitForText("Lacks " + RELOAD_PERMISSION_LABEL);
        chiara.click("Grant " + RELOAD_PERMISSION_LABEL).waitForText("has " + RELOAD_PERMISSION_LABEL + " now.");
        chiara.click("Grant " + RELOAD_PERMISSION_LABEL).waitForText("was pressed before and is not done twice");

        assertThat(environment.providerCalls("addBulkPortalPermission")).isEqualTo(1);
    }

    @Test
    void what_was_shown_a_moment_ago_decides_nothing() {
        asha.type("/rescue whoami").waitForText("You may launch and end rescues");
        chiara.type("/rescue access @asha").waitForText("Has " + RELOAD_PERMISSION_LABEL);
        chiara.click("Revoke " + RELOAD_PERMISSION_LABEL)
                .waitForText("does not have " + RELOAD_PERMISSION_LABEL + " any more");

        asha.waitForText("revoked what you had: " + RELOAD_PERMISSION_LABEL);
        asha.type("/rescue web-07").waitForText("lacks the permission " + RELOAD_PERMISSION_LABEL);
    }

    private long accessChangeCalls() {
        return environment.providerCalls("addBulkPortalPermission")
                + environment.providerCalls("removeBulkPortalPermission")
                + environment.providerCalls("addVirtualGuestAccess")
                + environment.providerCalls("removeVirtualGuestAccess");
    }
}
