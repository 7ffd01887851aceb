package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.OverHttp;
import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job in HTTP mode, restarts and all; {@link RescueScenarioOverHttpTest} tells every scenario so. */
@ExtendWith(OverHttp.class)
class HttpModeScenarioTest {

    @Test
    void a_rescue_goes_there_and_back_with_a_restart_between_any_two_lines() {
        try (World world = World.restless()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-08").sees("Boot web-08.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").sees("web-08.example.com is in the rescue kernel");
            asha.presses("End rescue").sees("web-08.example.com is back in its installed system");

            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
            assertThat(asha.thread("web-08")).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_one_person_asks_is_answered_to_that_person_alone() {
        try (World world = World.inSeconds()) {
            world.person("asha").types("/rescue whoami").sees("asha@example.com");
            assertThat(world.person("bruno").everything()).doesNotContain("asha@example.com");
        }
    }
}
