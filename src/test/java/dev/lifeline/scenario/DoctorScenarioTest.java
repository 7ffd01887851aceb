package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import org.junit.jupiter.api.Test;

/** {@code /rescue doctor}: the installation is looked at from Slack, by the account's owner alone. */
class DoctorScenarioTest {

    @Test
    void P6_the_owner_reads_the_lines_of_the_doctor_privately_and_without_tokens() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser elena = environment.user("elena");
            environment.linkAccount("elena");

            elena.type("/rescue doctor").waitForText("The installation");

            assertThat(elena.ephemeralText())
                    .contains("ok    settings", "ok    provider", "ok    database", "replicas")
                    .doesNotContain("xoxb-", "xapp-", "sandbox-lifeline-api-key");
            assertThat(environment.user("asha").visibleText()).doesNotContain("The installation");
        }
    }

    @Test
    void P8_others_are_refused_with_the_reason_and_that_is_on_the_record() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");

            asha.type("/rescue doctor").waitForText("Only the owner of the cloud account");

            assertThat(asha.ephemeralText()).contains("/rescue whoami").doesNotContain("ok    settings");
            assertThat(environment.auditEntries()).anyMatch(entry -> entry.contains("rejected-doctor"));
        }
    }
}
