package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import dev.lifeline.testkit.Timings;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Denials: the reason and the next step are told privately, and no command reaches a device. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DenialScenarioTest {

    private final BotEnvironment environment = BotEnvironment.accelerated();
    private final SimulatedUser asha = environment.user("asha");

    @BeforeAll
    void the_inventory_is_there() {
        asha.type("/rescue list").waitForText("Devices that you have access to");
        environment.linkAccount("chiara");
    }

    @AfterEach
    void nothing_reached_a_device() {
        assertThat(environment.providerCommandCount()).isZero();
    }

    @AfterAll
    void close() {
        environment.close();
        Timings.print();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dario | /rescue web-07 | lacks the permission OS Reloads and Rescue Kernel",
                "bruno | /rescue web-08 | There is no device web-08 that you have access to",
                "farid | /rescue web-07 | No active user of the cloud account has your e-mail farid@example.com",
                "asha | /rescue nope-99 | There is no device nope-99 that you have access to",
                "asha | /rescue busy-04 | The provider is busy with busy-04.example.com",
                "asha | /rescue core-05 | does not let CoreOS guests boot into rescue",
                "asha | /rescue two words | I do not know two words",
                "asha | /rescue exit | Which device? Type its name, address or id",
                "asha | /rescue exit web-08 | There is no open request for web-08.example.com",
                "farid | /rescue help | What I can do",
                "dario | /rescue whoami | You lack the permission OS Reloads and Rescue Kernel",
                "bruno | /rescue list | web-07.example.com",
                "chiara | /rescue list db | db-01.example.com",
                "asha | /rescue list no-such | No device that you have access to matches no-such"
            })
    void P2_a_no_names_the_reason_and_the_next_thing_to_do(String userName, String command, String sees) {
        SimulatedUser user = environment.user(userName);
        user.type(command).waitForText(sees);

        String somebodyElse = userName.equals("elena") ? "asha" : "elena";
        assertThat(environment.user(somebodyElse).visibleText()).doesNotContain(sees);
    }

    @Test
    void P4_absent_and_not_yours_are_one_sentence() {
        SimulatedUser bruno = environment.user("bruno");
        bruno.type("/rescue web-08").waitForText("There is no device web-08 that you have access to");
        bruno.type("/rescue web-99").waitForText("There is no device web-99 that you have access to");

        assertThat(noSuchDeviceLine(bruno, "web-08").replace("web-08", "X"))
                .isEqualTo(noSuchDeviceLine(bruno, "web-99").replace("web-99", "X"));
        bruno.type("/rescue list");
        assertThat(bruno.waitForText("• db-01.example.com").ephemeralText()).doesNotContain("web-08.example.com");
    }

    @Test
    void an_ambiguous_name_is_answered_with_the_choices() {
        String hostname = environment.duplicateHostname();

        asha.type("/rescue " + hostname)
                .waitForText("Several devices are called " + hostname)
                .waitForText(hostname + ".staging.example.com");
    }

    @Test
    void only_the_requesters_click_counts() {
        asha.type("/rescue tiny-01").waitForText("Boot tiny-01.example.com into the rescue kernel?");
        environment
                .user("chiara")
                .click("Yes, boot into rescue")
                .waitForText("who asked, can answer this. Nothing was changed.");

        asha.click("No, cancel").waitForText("tiny-01.example.com: cancelled, nothing was done");
    }

    @Test
    void a_second_request_joins_the_first() {
        asha.type("/rescue web-08").waitForText("Boot web-08.example.com into the rescue kernel?");
        environment.user("chiara").type("/rescue web-08").waitForText("web-08.example.com has an open request already");

        asha.click("No, cancel").waitForText("web-08.example.com: cancelled, nothing was done");
    }

    @Test
    void P5_a_person_disabled_after_asking_cannot_confirm() {
        SimulatedUser chiara = environment.user("chiara");
        chiara.type("/rescue winmetal-02").waitForText("Boot winmetal-02.example.com into the rescue kernel?");
        environment.triggerUserIncident("chiara", "is disabled");

        chiara.click("Yes, boot into rescue").waitForText("is disabled, not active");
        environment.triggerUserIncident("chiara", "is active");
        chiara.click("No, cancel").waitForText("winmetal-02.example.com: cancelled");
    }

    /** Decision 13: the rescue kernel uses the stored password; a guest that boots an image has its own. */
    @Test
    void P2_where_no_login_is_on_record_nobody_could_log_in_and_the_next_thing_to_do_is_named() {
        environment.triggerDeviceIncident("db-01", "loses its credentials");
        environment.triggerDeviceIncident("win-03", "loses its credentials");

        asha.type("/rescue db-01")
                .waitForText(
                        "none is on record, so nobody could log in. Enter its user name and password at the provider");
        asha.type("/rescue win-03").waitForText("so you may not be able to log in");
        asha.click("No, cancel").waitForText("win-03.example.com: cancelled, nothing was done");
    }

    @Test
    void where_the_bot_is_no_member_the_person_reads_how_to_invite_it() {
        asha.inChannel("random")
                .type("/rescue bare-09")
                .waitForText("I am not in this channel, so I cannot ask here, and nothing was done.");
    }

    @Test
    void P4_with_the_provider_away_nobody_is_waved_through() {
        environment.injectProviderFault(
                Map.of("fault", "internal-error-500", "method", "SoftLayer_User_Customer::getObject"));
        asha.type("/rescue web-08").waitForText("cannot be checked just now, so nothing was done");
        environment.clearProviderFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!channel>", "*:* OR 1=1", "'; drop table rescue_requests; --", "%s%n", "\u202egnp.exe"})
    void P9_what_is_typed_is_shown_and_never_obeyed(String typed) {
        asha.type("/rescue list " + typed).waitForText("No device that you have access to matches");
    }

    @Test
    void a_name_of_ten_thousand_characters_is_answered() {
        asha.type("/rescue " + "x".repeat(10_000)).waitForText("There is no device xxxx");
    }

    private static String noSuchDeviceLine(SimulatedUser user, String device) {
        return user.visibleText()
                .lines()
                .filter(line -> line.contains("There is no device " + device))
                .findFirst()
                .orElseThrow();
    }
}
