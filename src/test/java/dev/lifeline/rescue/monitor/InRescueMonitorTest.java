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

/** What shows that a device left the rescue kernel without the bot. */
class InRescueMonitorTest {

    @Test
    void silence_in_rescue_proves_nothing() {
        assertThat(observe(inRescue(), observation(transactionCompleted(501), NO_ANSWER, 600)))
                .isEmpty();
    }

    @Test
    void P10_the_old_host_key_proves_a_reboot_from_inside() {
        TransitionResult.Applied back = applyObservation(inRescue(), transactionCompleted(501), INSTALLED_KEY, 600);

        assertThat(closeReason(back)).isEqualTo(CloseReason.EXITED);
        assertThat(back.events())
                .containsExactly(new RescueEvent.ExitedOutside(), new RescueEvent.Exited(Evidence.HOST_KEY_CHANGED));
    }

    @Test
    void a_new_transaction_in_rescue_is_an_exit_outside_the_bot() {
        TransitionResult.Applied leaving =
                applyObservation(inRescue(), statusWithTransaction(transaction(502), PowerState.OFF), NO_ANSWER, 600);

        assertThat(leaving.next().stage()).isInstanceOf(Exiting.class);
        assertThat(leaving.events()).containsExactly(new RescueEvent.ExitedOutside());
    }

    @Test
    void P3_the_effect_of_an_earlier_command_is_no_exit_outside_the_bot() {
        RescueRequest late = applyObservation(exiting(), transactionCompleted(501), RESCUE_KEY, 600 + 900)
                .next();
        RescueRequest again = late.requestExit(ASHA_REQUESTER, true, NOON.plusSeconds(1600))
                .applied()
                .orElseThrow()
                .next();

        assertThat(observe(again, observation(transactionCompleted(502), NO_ANSWER, 1601)))
                .isEmpty();
    }

    @Test
    void a_vanished_device_is_no_success() {
        TransitionResult.Applied gone = observe(inRescue(), new DeviceObservation(Optional.empty(), NO_ANSWER, NOON))
                .orElseThrow();

        assertThat(closeReason(gone)).isEqualTo(CloseReason.DEVICE_GONE);
    }
}
