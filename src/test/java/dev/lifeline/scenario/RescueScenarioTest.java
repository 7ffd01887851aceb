package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import dev.lifeline.testkit.Timings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole rescues over the fake Slack and the fake SoftLayer. */
class RescueScenarioTest {

    @AfterAll
    static void printTimings() {
        Timings.print();
    }

    @Test
    void a_confirmed_rescue_goes_there_and_back() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            long start = System.nanoTime();
            asha.click("Yes, boot into rescue")
                    .waitForText("web-07.example.com: the command to boot the rescue kernel");
            Timings.record(
                    "from the click on Yes to the status message that reports the launch",
                    (System.nanoTime() - start) / 1_000_000);
            asha.waitForText("web-07.example.com is in the rescue kernel").click("End rescue");
            asha.waitForText("web-07.example.com is back in its installed system");

            await().untilAsserted(() -> assertThat(normalizedThread(asha, "web-07"))
                    .containsSubsequence(
                            "confirmed.",
                            "The provider accepted the command. Nothing has happened yet.",
                            "Powered down.",
                            "is in the rescue kernel at",
                            "ended the rescue.",
                            "is back in its installed system."));
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void P3_where_the_bot_cannot_reach_the_device_a_person_can_say_that_they_are_in() {
        try (BotEnvironment botEnvironment = BotEnvironment.withoutDeviceAccess()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-08").waitForText("Boot web-08.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("If you can log in before the bot notices");
            asha.click("I'm in").waitForText("Known by: a person's word.");
            asha.waitForText("web-08.example.com is in the rescue kernel").click("End rescue");
            asha.waitForText("The provider accepted the reboot.");

            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
            assertThat(botEnvironment.providerCalls("rebootDefault")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "web-08, 'Yes, boot into rescue', executeRescueLayer",
        "win-03, 'Yes, boot into rescue', mountIsoImage",
        "db-01, 'Yes, boot into rescue', bootToRescueLayer",
        "winmetal-02, 'Yes, boot into rescue', bootToRescueLayer",
        "bare-09, 'Yes, boot Linux rescue', bootToRescueLayer"
    })
    void P7_every_kind_of_device_goes_there_and_back_with_a_restart_between_any_two_lines(
            String device, String yes, String call) {
        try (BotEnvironment botEnvironment = BotEnvironment.withRestarts()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue " + device).waitForText("Boot " + device + ".example.com into the rescue kernel?");
            asha.click(yes).waitForText("into the rescue kernel");
            asha.afterRestart().waitForText(device + ".example.com is in the rescue kernel");
            asha.click("End rescue").waitForText("ended the rescue.");
            asha.afterRestart().waitForText(device + ".example.com is back in its installed system");

            assertThat(botEnvironment.providerCalls(call)).isEqualTo(1);
            assertThat(normalizedThread(asha, device)).doesNotHaveDuplicates();
            assertThat(asha.countMessages(device + ".example.com is back")).isEqualTo(1);
        }
    }

    @Test
    void P10_a_reboot_from_inside_is_noticed_said_and_closed() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
            botEnvironment.awaitNoTransaction("web-07");
            botEnvironment.triggerDeviceIncident("web-07", "reboots from inside");

            asha.waitForText("Somebody rebooted it without this bot.")
                    .waitForText("web-07.example.com is back in its installed system");
            assertThat(botEnvironment.providerCommandCount()).isEqualTo(1);
        }
    }

    @Test
    void the_exit_command_asks_first() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");

            asha.type("/rescue exit web-07").waitForText("End the rescue of web-07.example.com?");
            asha.click("No, leave it in rescue").waitForText("web-07.example.com stays in the rescue kernel.");
            asha.type("/rescue exit web-07").click("Yes, end the rescue");
            asha.waitForText("web-07.example.com is back in its installed system");
        }
    }

    @Test
    void a_launch_that_waits_for_a_busy_provider_can_be_taken_back() {
        try (BotEnvironment botEnvironment = BotEnvironment.withoutRetries()) {
            SimulatedUser asha = botEnvironment.user("asha");
            SimulatedUser bruno = botEnvironment.user("bruno");
            botEnvironment.injectProviderFault(
                    Map.of("fault", "rate-limit", "method", "SoftLayer_Virtual_Guest::executeRescueLayer"));
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("the launch waits for the provider");

            bruno.type("/rescue exit web-07").waitForText("can take the request back before it is launched.");
            bruno.click("Take it back").waitForText("who asked, can answer this. Nothing was changed.");
            asha.type("/rescue exit web-07").waitForText("To take the request back before it is launched");
            asha.click("Take it back").waitForText("It is given up and not sent again");

            botEnvironment.clearProviderFaults();
            assertThat(botEnvironment.auditEntries()).anyMatch(entry -> entry.contains("\"launch-withdrawn\""));
        }
    }

    @Test
    void P1_twenty_nervous_clicks_launch_once_and_each_is_answered() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            IntStream.range(0, 20).parallel().forEach(click -> asha.clickUnchecked("Yes, boot into rescue"));

            asha.waitForText("web-07.example.com is in the rescue kernel");
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
            assertThat(asha.threadReplies("web-07"))
                    .filteredOn(reply -> reply.contains("confirmed."))
                    .hasSize(1);
        }
    }

    @Test
    void P6_the_password_is_nowhere() throws IOException {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");

            String password = botEnvironment.providerPassword("web-07");
            assertThat(asha.visibleText()).doesNotContain(password);
            for (Path file : botEnvironment.files())
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(password);
        }
    }

    private static List<String> normalizedThread(SimulatedUser person, String device) {
        return person.threadReplies(device).stream()
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("Known by")) // may be the same twice
                .map(RescueScenarioTest::normalized)
                .toList();
    }

    /** The reply without names, for comparison. */
    private static String normalized(String reply) {
        return List.of(
                        "is in the rescue kernel at",
                        "confirmed.",
                        "ended the rescue.",
                        "is back in its installed system.")
                .stream()
                .filter(reply::contains)
                .findFirst()
                .orElse(reply);
    }
}
