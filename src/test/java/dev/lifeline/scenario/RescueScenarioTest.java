package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.Timings;
import dev.lifeline.testkit.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job, told as a conversation over both stand-ins. */
class RescueScenarioTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AfterAll
    static void figures() {
        Timings.print();
    }

    @Test
    void a_confirmed_rescue_goes_there_and_back() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            long pressed = System.nanoTime();
            asha.presses("Yes, boot into rescue").sees("web-07.example.com: the order to boot the rescue kernel");
            Timings.took(
                    "from the click on Yes to the card saying that it is under way",
                    (System.nanoTime() - pressed) / 1_000_000);
            asha.sees("web-07.example.com is in the rescue kernel").presses("End rescue");
            asha.sees("web-07.example.com is back in its installed system");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(thread(asha, "web-07"))
                            .containsSubsequence(
                                    "confirmed.",
                                    "The provider accepted the order. Nothing has happened yet.",
                                    "Powered down.",
                                    "is in the rescue kernel at",
                                    "ended the rescue.",
                                    "is back in its installed system."));
            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void P3_where_the_bot_cannot_reach_the_device_a_person_can_say_that_they_are_in() {
        try (World world = World.blind()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-08").sees("Boot web-08.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").sees("If you can log in before the bot notices");
            asha.presses("I'm in").sees("Known by: a person's word.");
            asha.sees("web-08.example.com is in the rescue kernel").presses("End rescue");
            asha.sees("The provider accepted the reboot.");

            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
            assertThat(world.calls("rebootDefault")).isEqualTo(1);
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
        try (World world = World.restless()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue " + device).sees("Boot " + device + ".example.com into the rescue kernel?");
            asha.presses(yes).sees("into the rescue kernel");
            asha.restarted().sees(device + ".example.com is in the rescue kernel");
            asha.presses("End rescue").sees("ended the rescue.");
            asha.restarted().sees(device + ".example.com is back in its installed system");

            assertThat(world.calls(call)).isEqualTo(1);
            assertThat(thread(asha, device)).doesNotHaveDuplicates();
            assertThat(asha.count(device + ".example.com is back")).isEqualTo(1);
        }
    }

    @Test
    void P10_a_reboot_from_inside_is_noticed_said_and_closed() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").sees("web-07.example.com is in the rescue kernel");
            world.settles("web-07");
            world.happens("web-07", "reboots from inside");

            asha.sees("Somebody rebooted it without this bot.")
                    .sees("web-07.example.com is back in its installed system");
            assertThat(world.orders()).isEqualTo(1);
        }
    }

    @Test
    void the_exit_command_asks_first() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").sees("web-07.example.com is in the rescue kernel");

            asha.types("/rescue exit web-07").sees("End the rescue of web-07.example.com?");
            asha.presses("No, leave it in rescue").sees("web-07.example.com stays in the rescue kernel.");
            asha.types("/rescue exit web-07").presses("Yes, end the rescue");
            asha.sees("web-07.example.com is back in its installed system");
        }
    }

    @Test
    void P1_twenty_nervous_clicks_launch_once_and_each_is_answered() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            IntStream.range(0, 20).parallel().forEach(click -> asha.tries("Yes, boot into rescue"));

            asha.sees("web-07.example.com is in the rescue kernel");
            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
            assertThat(asha.thread("web-07"))
                    .filteredOn(reply -> reply.contains("confirmed."))
                    .hasSize(1);
        }
    }

    @Test
    void P6_the_password_is_nowhere() throws IOException {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").sees("web-07.example.com is in the rescue kernel");

            String password = world.password("web-07");
            assertThat(asha.everything()).doesNotContain(password);
            for (Path file : world.files())
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(password);
        }
    }

    private static List<String> thread(Speaker person, String device) {
        return person.thread(device).stream().map(RescueScenarioTest::gist).toList();
    }

    /** The sentence without who and which, so that it can be compared. */
    private static String gist(String reply) {
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
