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
            "web-*",
            "web-0?",
            "%",
            "web-0_",
            "~ .*",
            "^= web",
            "!= web-08",
            "is null",
            "-web-08",
            "web-07 && db-01",
            "{\"operation\":\"*= web\"}",
            "mask[id]",
            "../../etc/passwd",
            "web-07%00",
            "${jndi:ldap://x}",
            "wéb-07",
            "ｗｅｂ－07",
            "web\u201007",
            "\u202eweb-07",
            "１０４８７０１０１",
            "\uD83D\uDCBB",
            "00104870101",
            "104870101.0",
            "-104870101",
            "9007199254740993",
            "9223372036854775808",
            "99999999999999999999999999",
            "1".repeat(10_000),
            "é".repeat(10_000),
            "x".repeat(10_000));

    /** As much as a person reads. */
    private static final int LONGEST_ANSWER = 500;

    @Test
    void P9_names_that_look_like_operators_or_are_endless_name_no_device() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            for (int next = 0; next < NAMES.size(); next++) {
                asha.types("/rescue " + NAMES.get(next));
                asha.seesMessages(next + 1);
                String answer = asha.notices().get(next).lines().findFirst().orElse("");
                assertThat(answer)
                        .as("%.40s", NAMES.get(next))
                        .containsAnyOf("There is no device", "I do not know")
                        .hasSizeLessThan(LONGEST_ANSWER);
            }

            assertThat(asha.everything()).doesNotContain("into the rescue kernel?");
            assertThat(world.orders()).isZero();
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
