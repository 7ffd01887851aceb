package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.HttpModeExtension;
import dev.lifeline.testkit.SimulatedUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole rescue in HTTP mode with restarts; {@link RescueScenarioOverHttpTest} runs every scenario in HTTP mode. */
@ExtendWith(HttpModeExtension.class)
class HttpModeScenarioTest {

    @Test
    void a_rescue_goes_there_and_back_with_a_restart_between_any_two_lines() {
        try (BotEnvironment botEnvironment = BotEnvironment.withRestarts()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-08").waitForText("Boot web-08.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("web-08.example.com is in the rescue kernel");
            asha.click("End rescue").waitForText("web-08.example.com is back in its installed system");

            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
            assertThat(asha.threadReplies("web-08")).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_private_question_gets_an_ephemeral_reply() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            botEnvironment.user("asha").type("/rescue whoami").waitForText("asha@example.com");
            assertThat(botEnvironment.user("bruno").visibleText()).doesNotContain("asha@example.com");
        }
    }
}
