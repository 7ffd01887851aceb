package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever a person types and whatever the provider answers: a clear sentence, and nothing launched. */
class BadInputTest {

    private static final List<String> NAMES = List.of(
            "_objectType:SoftLayer_User_Customer web",
            "web-07\" || \"1\"=\"1",
            "*",
            "web-0?",
            "~ .*",
            "{\"operation\":\"*= web\"}",
            "wéb-07",
            "ｗｅｂ－07",
            "9007199254740993",
            "99999999999999999999999999",
            "x".repeat(10_000));

    @Test
    void P9_names_that_look_like_operators_or_are_endless_name_no_device() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            for (int next = 0; next < NAMES.size(); next++) {
                asha.types("/rescue " + NAMES.get(next));
                asha.seesMessages(next + 1);
            }

            assertThat(asha.everything()).contains("There is no device").doesNotContain("into the rescue kernel?");
            assertThat(world.calls("executeRescueLayer")).isZero();
            assertThat(world.calls("advancedSearch")).isZero();
        }
    }

    @Test
    void P3_an_answer_of_two_hundred_megabytes_and_one_that_is_not_JSON_are_told_as_no_answer() {
        for (String fault : List.of("huge-body", "not-json", "cut-off-json")) {
            try (World world = World.inSeconds()) {
                world.provider(Map.of("fault", fault, "method", "SoftLayer_Virtual_Guest::getObject"));
                Speaker asha = world.person("asha");
                asha.types("/rescue web-07").sees("so nothing was done");

                assertThat(world.calls("executeRescueLayer")).as(fault).isZero();
            }
        }
    }
}
