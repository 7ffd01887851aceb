package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.inspection;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an approver has to be asked about again. */
class DriftTest {

    private static final Inspection IDLE = inspection(WEB_07);

    private static Inspection running(long id, String step, PowerState powerState) {
        Transaction transaction = new Transaction(id, step, "", NOON, Optional.empty());
        return new Inspection(WEB_07, statusWithTransaction(transaction, powerState), true, false, true, true);
    }

    private static String digest(Inspection seen) {
        return new Plan(seen, ASHA_REQUESTER, INCIDENT_CHANNEL, Optional.empty(), NOON, PolicyRequirements.NONE)
                .digest();
    }

    @Test
    void the_transaction_that_began_and_the_power_that_went_are_each_named() {
        assertThat(Drift.between(IDLE, IDLE)).isEmpty();
        assertThat(Drift.between(IDLE, running(7, "BACKUP", PowerState.ON)))
                .containsExactly(new Drift(Drift.Attribute.TRANSACTION, "", "BACKUP"));
        assertThat(Drift.between(running(7, "BACKUP", PowerState.ON), running(8, "RELOAD", PowerState.OFF)))
                .containsExactly(
                        new Drift(Drift.Attribute.POWER, "ON", "OFF"),
                        new Drift(Drift.Attribute.TRANSACTION, "BACKUP", "RELOAD"));
        assertThat(Drift.between(running(7, "BACKUP", PowerState.ON), running(7, "LATER_STEP", PowerState.ON)))
                .as("another step of the same transaction")
                .isEmpty();
    }

    @Test
    void P5_a_vote_is_bound_to_the_power_and_the_transaction_that_its_voter_was_shown() {
        assertThat(digest(IDLE)).isEqualTo(digest(inspection(WEB_07))).hasSize(16);
        assertThat(digest(running(7, "BACKUP", PowerState.ON)))
                .isNotEqualTo(digest(IDLE))
                .isNotEqualTo(digest(running(8, "BACKUP", PowerState.ON)))
                .isNotEqualTo(digest(running(7, "BACKUP", PowerState.OFF)));
    }
}
