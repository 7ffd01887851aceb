package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
import org.junit.jupiter.api.Test;

/** Looking back: what was asked for, who agreed, what came of it, and how one rescue went. */
class HistoryScenarioTest {

    private static final String ONE = """
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                reason: required
            """;

    @Test
    void P8_history_and_timeline_tell_who_why_and_what_came_of_it() {
        try (World world = World.under(ONE)) {
            Speaker asha = world.person("asha");
            asha.types("/rescue history").sees("Nobody has asked for a rescue of a device that you have access to.");
            asha.types("/rescue web-07").sees("Boot web-07.example.com");
            asha.presses("Yes, boot into rescue").submits("Why?", "INC-42 the disk is full");
            asha.sees("waiting for approval");
            world.person("bruno").presses("Approve");
            asha.sees("web-07.example.com is in the rescue kernel").presses("End rescue");
            asha.sees("web-07.example.com is back in its installed system");

            asha.types("/rescue history web-07").sees("Rescues of web-07.example.com so far");
            assertThat(asha.alone())
                    .contains("came back. Asked by", "Approved by", "Why: INC-42 the disk is full", "It was away for");
            asha.types("/rescue timeline web-07").sees("is in your own talk with me.");
            asha.directly()
                    .sees("# Rescue of `web-07.example.com`")
                    .sees("**approved** by")
                    .sees("**is-back** by Lifeline");
        }
    }

    @Test
    void P4_history_shows_only_devices_that_the_asker_may_see() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-08").sees("Boot web-08.example.com");
            asha.presses("No, cancel").sees("web-08.example.com: cancelled, nothing was done");

            Speaker bruno = world.person("bruno");
            bruno.types("/rescue history").sees("Nobody has asked for a rescue of a device that you have access to.");
            bruno.types("/rescue history web-08").sees("There is no device web-08 that you have access to.");
            bruno.types("/rescue timeline web-08").sees("There is no device web-08 that you have access to.");
            asha.types("/rescue history").sees("cancelled. Asked by");
        }
    }
}
