package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import org.junit.jupiter.api.Test;

/** Attempts to gain something by changing who somebody is taken for. */
class LinkAttackScenarioTest {

    @Test
    void attack_a_user_manager_below_the_owner_overwrites_the_owners_proved_link() {
        try (BotEnvironment other = BotEnvironment.accelerated()) {
            other.linkAccount("elena").linkAccount("chiara").linkAccount("asha");
            SimulatedUser chiara = other.user("chiara");
            chiara.type("/rescue link @elena 307608_dario@example.com")
                    .waitForText("linked to a cloud user that is not yours to manage, so nothing was changed");
            chiara.type("/rescue link @asha 307608_dario@example.com")
                    .waitForText("showed an API key, so only they can change who they are here");

            other.user("elena").type("/rescue whoami").waitForText("You are its owner or count as such");
            other.user("asha").type("/rescue whoami").waitForText("You are 307608_asha@example.com");
            assertThat(other.auditEntries())
                    .anyMatch(entry -> entry.contains("rejected-bind") && entry.contains("LINKED_USER_NOT_MANAGED"))
                    .anyMatch(entry -> entry.contains("rejected-bind") && entry.contains("VERIFIED"));
        }
    }
}
