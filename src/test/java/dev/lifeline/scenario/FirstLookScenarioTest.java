package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a rescue is the right tool: what the confirmation says of the device, and what can be done instead. */
class FirstLookScenarioTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Power it on first | asked to power web-07.example.com on first. | The provider accepted to power it on."
                        + " | the provider reports it on. See whether that is enough | Yes, boot into rescue",
                "it | Prima accendilo | ha chiesto di accendere prima web-07.example.com. | Il provider ha accettato di accenderlo."
                        + " | il provider lo dà per acceso. Guarda se basta | Sì, avvia il salvataggio"
            })
    void P1_a_device_that_is_off_is_powered_on_once_and_nothing_is_launched_by_it(
            String language, String button, String asked, String accepted, String on, String yes) {
        try (BotEnvironment environment = BotEnvironment.speaking(Locale.forLanguageTag(language))) {
            SimulatedUser asha = environment.user("asha");
            environment.triggerDeviceIncident("web-07", "is powered off");
            environment.awaitNoTransaction("web-07");
            asha.type("/rescue web-07");
            await().untilAsserted(() -> assertThat(asha.buttonLabels()).contains(button));
            asha.click(button).waitForText(asked).waitForText(accepted).waitForText(on);
            await().untilAsserted(() -> assertThat(asha.buttonLabels()).doesNotContain(button));

            assertThat(environment.providerCalls("powerOn")).isEqualTo(1);
            assertThat(environment.providerCommandCount()).isZero();
            assertThat(environment.auditEntries())
                    .anyMatch(entry -> entry.contains("\"power-on-requested\""))
                    .anyMatch(entry -> entry.contains("\"powered-on\""));
            asha.click(yes);
            await().untilAsserted(() ->
                    assertThat(environment.providerCalls("executeRescueLayer")).isEqualTo(1));
        }
    }

    @Test
    void P4_somebody_without_the_right_powers_nothing_on_and_is_told_why() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            environment.triggerDeviceIncident("web-07", "is powered off");
            environment.awaitNoTransaction("web-07");
            environment.user("asha").type("/rescue web-07").waitForText("It is powered off.");
            SimulatedUser dario = environment.user("dario");
            dario.click("Power it on first").waitForText("IPMI Remote Management");

            assertThat(environment.providerCalls("powerOn")).isZero();
        }
    }

    @Test
    void P1_an_answer_to_power_on_that_is_lost_is_said_and_the_command_is_sent_once() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            environment.triggerDeviceIncident("web-07", "is powered off");
            environment.awaitNoTransaction("web-07");
            environment.injectProviderFault(
                    Map.of("fault", "commit-then-drop", "method", "SoftLayer_Virtual_Guest::powerOn", "times", 5));
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText("It is powered off.").click("Power it on first");
            asha.waitForText("The provider gave no clear answer to the command to power it on. It is not sent again")
                    .waitForText("had it powered on: the provider reports it on");

            assertThat(environment.providerCalls("powerOn")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | It answers the bot just now | Yes, boot into rescue | End rescue | Its last rescue ended | it came back",
                "it | In questo momento risponde al bot | Sì, avvia il salvataggio | Termina salvataggio"
                        + " | Il suo ultimo salvataggio è finito | è tornato al suo sistema"
            })
    void the_confirmation_says_whether_it_answers_and_how_its_last_rescue_ended(
            String language, String answers, String yes, String end, String last, String outcome) {
        try (BotEnvironment environment = BotEnvironment.speaking(Locale.forLanguageTag(language))) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText(answers);
            assertThat(asha.visibleText()).doesNotContain(last);
            asha.click(yes);
            await().untilAsserted(() -> assertThat(asha.buttonLabels()).contains(end));
            asha.click(end);
            await().untilAsserted(() ->
                    assertThat(environment.auditEntries()).anyMatch(entry -> entry.contains("\"exited\"")));
            asha.type("/rescue web-07").waitForText(last).waitForText(outcome);
        }
    }

    @Test
    void the_reason_stays_on_the_message_and_the_state_comes_first_for_a_lock_screen() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07 because the disk is full").waitForText("Boot web-07.example.com");
            assertThat(asha.messageTexts())
                    .anyMatch(text -> text.startsWith("Rescue asked for: web-07.example.com, asked by"));
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
            await().untilAsserted(() -> assertThat(asha.messageTexts())
                    .anyMatch(text -> text.startsWith("In rescue: web-07.example.com, asked by")
                            && text.contains("the disk is full")));
        }
    }
}
