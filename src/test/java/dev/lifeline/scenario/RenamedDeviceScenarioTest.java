package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Devices whose names change while people type them: what is acted on is what was typed, or nothing. */
class RenamedDeviceScenarioTest {

    private final BotEnvironment environment = BotEnvironment.accelerated();
    private final SimulatedUser asha = environment.user("asha");

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void a_name_that_a_device_gave_up_a_moment_ago_asks_for_nothing() {
        asha.type("/rescue status tiny-01").waitForText("no open request for tiny-01.example.com");
        environment.renameDevice("tiny-01", "tiny-02");

        asha.type("/rescue tiny-01").waitForText("There is no device tiny-01 that you have access to");
        asha.type("/rescue tiny-02").waitForText("Boot tiny-02.example.com into the rescue kernel?");
    }

    @Test
    void a_name_that_two_devices_have_since_a_moment_ago_is_said_to_be_of_two() {
        asha.type("/rescue status tiny-01").waitForText("no open request for tiny-01.example.com");
        environment.renameDevice("web-08", "tiny-01");

        asha.type("/rescue tiny-01").waitForText("Several devices are called tiny-01");
        asha.type("/rescue history tiny-01");
        asha.type("/rescue timeline tiny-01");
        asha.type("/rescue access tiny-01");
        asha.type("/rescue exit tiny-01");
        asha.waitForMessages(6);

        assertThat(asha.ephemeralTexts().stream().filter(text -> text.contains("Several devices are called tiny-01")))
                .hasSize(5);
        assertThat(environment.providerCommandCount()).isZero();
    }

    @Test
    void P1_a_device_that_exchanged_its_name_between_the_card_and_yes_is_not_launched() {
        asha.type("/rescue tiny-01").waitForText("Boot tiny-01.example.com into the rescue kernel?");
        environment.renameDevice("tiny-01", "aside");
        environment.renameDevice("web-08", "tiny-01");
        environment.renameDevice("aside", "web-08");

        asha.click("Yes, boot into rescue").waitForText("is called web-08.example.com by now");

        asha.waitForText("tiny-01.example.com: refused");
        assertThat(environment.providerCommandCount()).isZero();
        asha.type("/rescue tiny-01").waitForText("Boot tiny-01.example.com into the rescue kernel?");
    }

    @Test
    void a_device_that_was_renamed_in_rescue_is_ended_by_its_new_name() {
        asha.type("/rescue tiny-01").waitForText("Boot tiny-01.example.com into the rescue kernel?");
        asha.click("Yes, boot into rescue").waitForText("tiny-01.example.com is in the rescue kernel");
        environment.renameDevice("tiny-01", "tiny-02");

        asha.type("/rescue exit tiny-01").waitForText("There is no device tiny-01 that you have access to");
        asha.type("/rescue status tiny-02").waitForText("this device is called tiny-02.example.com by now");
        asha.type("/rescue exit tiny-02").waitForText("End the rescue of tiny-01.example.com?");
    }

    @Test
    void where_the_provider_refuses_the_bot_the_answer_says_so_and_what_to_do() {
        asha.type("/rescue status tiny-01").waitForText("no open request for tiny-01.example.com");
        environment.injectProviderFault(
                Map.of("fault", "permission-denied", "method", "SoftLayer_Account::getVirtualGuests"));

        asha.type("/rescue tiny-01").waitForText("Tell the operator of this bot");

        assertThat(environment.providerCommandCount()).isZero();
    }
}
