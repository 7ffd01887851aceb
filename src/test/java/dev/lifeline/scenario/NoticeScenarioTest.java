package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the provider has announced about a device is on the confirmation, and only there where it is true. */
class NoticeScenarioTest {

    @Test
    void maintenance_that_the_provider_has_announced_is_on_the_confirmation_of_that_device_alone() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            botEnvironment.triggerDeviceIncident("web-07", "maintenance is announced");
            asha.type("/rescue web-07")
                    .waitForText("Boot web-07.example.com into the rescue kernel?")
                    .waitForText("The provider has announced maintenance of it from")
                    .waitForText("Planned maintenance of web-07.example.com");
            asha.type("/rescue db-01").waitForText("Boot db-01.example.com into the rescue kernel?");

            assertThat(asha.countMessages("announced maintenance of it")).isEqualTo(1);
            assertThat(asha.countMessages("could not be read")).isZero();
            assertThat(botEnvironment.providerCalls("getOpenTickets"))
                    .as("asked once, for all devices")
                    .isEqualTo(1);
        }
    }

    @Test
    void P3_what_could_not_be_read_is_said_and_keeps_nobody_from_a_rescue() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            botEnvironment.injectProviderFault(
                    Map.of("fault", "internal-error-500", "method", "SoftLayer_Account::getOpenTickets", "times", 100));
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("a ticket on it is open, could not be read completely");
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
        }
    }
}
