package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.applyObservation;
import static dev.lifeline.rescue.monitor.MonitorFixture.closeReason;
import static dev.lifeline.rescue.monitor.MonitorFixture.exiting;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescue;
import static dev.lifeline.rescue.monitor.MonitorFixture.observation;
import static dev.lifeline.rescue.monitor.MonitorFixture.observe;
import static dev.lifeline.rescue.monitor.MonitorFixture.transactionCompleted;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.TransitionResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Transitions of a request in {@code InRescue}. */
class InRescueMonitorTest {

    @Test
    void silence_in_rescue_proves_nothing() {
        assertThat(observe(inRescue(), observation(transactionCompleted(501), NO_ANSWER, 600)))
                .isEmpty();
    }

    @Test
    void P10_the_old_host_key_says_that_somebody_rebooted_it_from_inside() {
        TransitionResult.Applied exitedOutside = applyObservation(inRescue(), transactionCompleted(501), INSTALLED_KEY, 600);

        assertThat(closeReason(exitedOutside)).isEqualTo(CloseReason.EXITED);
        assertThat(exitedOutside.events())
                .containsExactly(new RescueEvent.ExitedOutside(), new RescueEvent.Exited(Evidence.HOST_KEY_CHANGED));
    }

    @Test
    void a_new_transaction_in_rescue_is_somebody_elses_doing() {
        TransitionResult.Applied exitedOutside =
                applyObservation(inRescue(), statusWithTransaction(transaction(502), PowerState.OFF), NO_ANSWER, 600);

        assertThat(exitedOutside.next().stage()).isInstanceOf(Exiting.class);
        assertThat(exitedOutside.events()).containsExactly(new RescueEvent.ExitedOutside());
    }

    @Test
    void P3_the_transaction_of_an_earlier_command_is_not_an_exit_from_outside() {
        RescueRequest overdue = applyObservation(exiting(), transactionCompleted(501), RESCUE_KEY, 600 + 900)
                .next();
        RescueRequest powerCycle = overdue.requestExit(ASHA_REQUESTER, true, NOON.plusSeconds(1600))
                .applied()
                .orElseThrow()
                .next();

        assertThat(observe(powerCycle, observation(transactionCompleted(502), NO_ANSWER, 1601)))
                .isEmpty();
    }

    @Test
    void a_vanished_device_is_no_success() {
        TransitionResult.Applied deviceGone = observe(inRescue(), new DeviceObservation(Optional.empty(), NO_ANSWER, NOON))
                .orElseThrow();

        assertThat(closeReason(deviceGone)).isEqualTo(CloseReason.DEVICE_GONE);
    }
}
