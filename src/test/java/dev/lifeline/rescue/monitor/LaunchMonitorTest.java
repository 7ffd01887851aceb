package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.applyObservation;
import static dev.lifeline.rescue.monitor.MonitorFixture.closeReason;
import static dev.lifeline.rescue.monitor.MonitorFixture.launching;
import static dev.lifeline.rescue.monitor.MonitorFixture.observation;
import static dev.lifeline.rescue.monitor.MonitorFixture.observe;
import static dev.lifeline.rescue.monitor.MonitorFixture.transactionCompleted;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.TransitionResult;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What shows that the launch command began something. */
class LaunchMonitorTest {

    @Test
    void P3_nothing_seen_right_after_the_order_means_nothing() {
        assertThat(observe(launching(INSTALLED_KEY), observation(poweredOnStatus(), INSTALLED_KEY, 5)))
                .isEmpty();
    }

    @Test
    void a_new_transaction_is_the_boot_under_way() {
        TransitionResult.Applied applied = applyObservation(
                launching(INSTALLED_KEY), statusWithTransaction(transaction(501), PowerState.ON), INSTALLED_KEY, 10);

        assertThat(applied.next().stage())
                .isInstanceOfSatisfying(
                        Booting.class,
                        booting -> assertThat(booting.transactionId()).isEqualTo(OptionalLong.of(501)));
    }

    @Test
    void P3_a_transaction_first_observed_after_its_end_is_reported_without_a_step() {
        TransitionResult.Applied applied =
                applyObservation(launching(INSTALLED_KEY), transactionCompleted(501), NO_ANSWER, 10);

        assertThat(applied.next().stage()).isInstanceOf(Booting.class);
        assertThat(applied.events()).containsExactly(new RescueEvent.TransactionStarted("", Optional.empty()));
    }

    @Test
    void the_transaction_of_before_is_not_ours() {
        DeviceStatus old = statusWithTransaction(transaction(500), PowerState.ON);

        assertThat(observe(launching(INSTALLED_KEY), observation(old, INSTALLED_KEY, 10)))
                .isEmpty();
    }

    @Test
    void a_launch_without_an_effect_is_reported_once_and_closed_later() {
        TransitionResult.Applied said =
                applyObservation(launching(INSTALLED_KEY), poweredOnStatus(), INSTALLED_KEY, 180);
        assertThat(said.events()).hasOnlyElementsOfType(RescueEvent.NoProgress.class);
        assertThat(observe(said.next(), observation(poweredOnStatus(), INSTALLED_KEY, 200)))
                .isEmpty();

        TransitionResult.Applied over = applyObservation(said.next(), poweredOnStatus(), INSTALLED_KEY, 900);
        assertThat(closeReason(over)).isEqualTo(CloseReason.FAILED);
    }
}
