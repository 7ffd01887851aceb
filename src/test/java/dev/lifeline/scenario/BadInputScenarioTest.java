package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Malformed input of people and malformed responses of the provider: a clear message, and nothing launched. */
class BadInputScenarioTest {

    private static final List<String> HOSTILE_NAMES = List.of(
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

    /** An upper bound of what a person reads. */
    private static final int MAX_REPLY_CHARS = 500;

    @Test
    void P9_names_that_look_like_operators_or_are_endless_name_no_device() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            for (int next = 0; next < HOSTILE_NAMES.size(); next++) {
                asha.type("/rescue " + HOSTILE_NAMES.get(next));
                asha.waitForMessages(next + 1);
                String reply =
                        asha.ephemeralTexts().get(next).lines().findFirst().orElse("");
                assertThat(reply)
                        .as("%.40s", HOSTILE_NAMES.get(next))
                        .containsAnyOf("There is no device", "I do not know")
                        .hasSizeLessThan(MAX_REPLY_CHARS);
            }

            assertThat(asha.visibleText()).doesNotContain("into the rescue kernel?");
            assertThat(botEnvironment.providerCommandCount()).isZero();
            assertThat(botEnvironment.providerCalls("advancedSearch")).isZero();
        }
    }

    @Test
    void P3_an_answer_of_two_hundred_megabytes_and_one_that_is_not_JSON_are_told_as_no_answer() {
        for (String fault : List.of("huge-body", "not-json", "cut-off-json")) {
            try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
                botEnvironment.injectProviderFault(
                        Map.of("fault", fault, "method", "SoftLayer_Virtual_Guest::getObject"));
                SimulatedUser asha = botEnvironment.user("asha");
                asha.type("/rescue web-07").waitForText("so nothing was done");

                assertThat(botEnvironment.providerCalls("executeRescueLayer"))
                        .as(fault)
                        .isZero();
            }
        }
    }
}
