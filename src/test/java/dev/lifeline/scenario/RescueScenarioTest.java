package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Timings;
import dev.lifeline.testkit.World;
import dev.lifeline.testkit.World.Speaker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job, told as a conversation over both stand-ins. */
class RescueScenarioTest {

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

            assertThat(thread(asha, "web-07"))
                    .containsSubsequence(
                            "confirmed.",
                            "The provider accepted the order. Nothing has happened yet.",
                            "Powered down.",
                            "is in the rescue kernel at",
                            "ended the rescue.",
                            "is back in its installed system.");
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
