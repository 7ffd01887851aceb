package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.BoundaryFixture.IDLE;
import static dev.lifeline.rescue.monitor.BoundaryFixture.NO_IMAGE;
import static dev.lifeline.rescue.monitor.BoundaryFixture.NO_TIME;
import static dev.lifeline.rescue.monitor.BoundaryFixture.OPEN;
import static dev.lifeline.rescue.monitor.BoundaryFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.BoundaryFixture.SILENT;
import static dev.lifeline.rescue.monitor.BoundaryFixture.at;
import static dev.lifeline.rescue.monitor.BoundaryFixture.baseline;
import static dev.lifeline.rescue.monitor.BoundaryFixture.commandedAt;
import static dev.lifeline.rescue.monitor.BoundaryFixture.events;
import static dev.lifeline.rescue.monitor.BoundaryFixture.evidence;
import static dev.lifeline.rescue.monitor.BoundaryFixture.exitPending;
import static dev.lifeline.rescue.monitor.BoundaryFixture.exiting;
import static dev.lifeline.rescue.monitor.BoundaryFixture.idle;
import static dev.lifeline.rescue.monitor.BoundaryFixture.inRescue;
import static dev.lifeline.rescue.monitor.BoundaryFixture.left;
import static dev.lifeline.rescue.monitor.BoundaryFixture.observe;
import static dev.lifeline.rescue.monitor.BoundaryFixture.unanswered;
import static dev.lifeline.rescue.monitor.BoundaryFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows that a device leaves the rescue, or left it, at the edges: the first and the last moment, and one sign without the others. */
class ExitBoundariesTest {

    @ParameterizedTest
    @CsvSource({
        "false, false, 0, 60, true",
        "false, false, 0, 59, false",
        "true, false, 60, 60, false",
        "false, true, 59, 60, false",
        "false, true, 60, 60, true",
        "true, true, 120, 120, false",
        "true, true, 60, 899, false",
        "true, true, 60, 900, true",
        "true, true, 59, 900, false"
    })
    void P3_how_long_a_silent_device_is_waited_for_depends_on_when_it_ever_answered(
            boolean answeredBefore, boolean answeredInRescue, int silentSeconds, int settledSeconds, boolean exited) {
        Stage stage = exiting(
                baseline(IDLE, answeredBefore ? OPEN : SILENT), baseline(IDLE, answeredInRescue ? OPEN : SILENT), true);
        Watch watch = watch(
                Duration.ofSeconds(900),
                Duration.ofSeconds(silentSeconds),
                Optional.of(Duration.ofSeconds(settledSeconds)));

        assertThat(observe(stage, watch, IDLE, SILENT)
                        .filter(applied -> applied.next().stage().isClosed())
                        .isPresent())
                .isEqualTo(exited);
    }

    @Test
    void a_power_cycle_is_offered_and_taken_back_by_what_the_provider_says_and_not_by_its_silence() {
        Stage.Exiting overdue = exiting(baseline(IDLE, SILENT), baseline(IDLE, RESCUE_KEY), true);

        assertThat(observe(overdue, NO_TIME, DeviceStatus.UNKNOWN, RESCUE_KEY)).isEmpty();
        Optional<TransitionResult.Applied> offered = observe(overdue, NO_TIME, IDLE, RESCUE_KEY);
        assertThat(((Stage.Exiting) offered.orElseThrow().next().stage()).powerCycleOffered())
                .isTrue();
        assertThat(events(offered)).isEmpty();
        assertThat(observe(offered.get().next().stage(), NO_TIME, IDLE, RESCUE_KEY))
                .isEmpty();
    }

    @Test
    void P3_no_power_cycle_is_offered_of_what_restarted_and_may_be_the_installed_system_all_along() {
        Baseline unseen = baseline(IDLE, SILENT);
        Baseline usual = baseline(IDLE, new ProbeResult.HostKey("SHA256:usual"));
        Baseline inRescue = baseline(commandedAt(at(0)), RESCUE_KEY);

        assertThat(isOffered(exiting(unseen, inRescue, true), commandedAt(at(1))))
                .isFalse();
        assertThat(isOffered(exiting(unseen, inRescue, true), commandedAt(at(0))))
                .isTrue();
        assertThat(isOffered(exiting(usual, inRescue, true), commandedAt(at(1))))
                .isTrue();
        assertThat(isOffered(exiting(usual.withReplaced(), inRescue, true), commandedAt(at(1))))
                .isFalse();
    }

    private static boolean isOffered(Stage.Exiting overdue, DeviceStatus now) {
        return observe(overdue, NO_TIME, now, RESCUE_KEY)
                .filter(applied -> ((Stage.Exiting) applied.next().stage()).powerCycleOffered())
                .isPresent();
    }

    @Test
    void P3_a_status_without_content_is_no_answer_to_an_exit_command() {
        Stage stage = unanswered(baseline(IDLE, OPEN), baseline(IDLE, OPEN));

        assertThat(observe(stage, NO_TIME, DeviceStatus.UNKNOWN, OPEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "0, 0, false", "1, 0, false", "-1, 0, true", "0, -1, false"})
    void a_newer_power_command_answers_for_an_exit_command(int then, int now, boolean started) {
        Baseline inRescue = baseline(commandedAt(at(then)), SILENT);
        Stage stage = unanswered(baseline(IDLE, SILENT), inRescue);

        assertThat(observe(stage, NO_TIME, commandedAt(at(now)), SILENT).isPresent())
                .isEqualTo(started);
    }

    @Test
    void P3_an_exit_that_did_nothing_is_back_in_rescue_with_the_evidence_that_there_is() {
        Watch longEnough = watch(RescueTimeouts.DEFAULT.firstSign(), Duration.ZERO, Optional.empty());
        Stage unknownBefore = unanswered(baseline(IDLE, SILENT), baseline(IDLE, RESCUE_KEY));
        Stage knownBefore =
                unanswered(baseline(IDLE, new ProbeResult.HostKey("SHA256:usual")), baseline(IDLE, RESCUE_KEY));

        assertThat(evidence(observe(unknownBefore, longEnough, IDLE, RESCUE_KEY)))
                .isEqualTo(Evidence.PORT_OPEN);
        assertThat(evidence(observe(knownBefore, longEnough, IDLE, RESCUE_KEY))).isEqualTo(Evidence.HOST_KEY_CHANGED);
        assertThat(events(observe(knownBefore, longEnough, DeviceStatus.UNKNOWN, RESCUE_KEY)))
                .as("the provider tells nothing")
                .containsExactly(new RescueEvent.ExitNotObserved(RescueTimeouts.DEFAULT.firstSign(), false));
    }

    @ParameterizedTest
    @CsvSource({"false, true, true", "false, false, false", "true, true, false", "true, false, false"})
    void a_device_whose_exit_was_only_put_off_can_still_leave_by_itself(
            boolean powerCycle, boolean putOff, boolean leaves) {
        assertThat(left(exitPending(powerCycle, putOff), IDLE)).isEqualTo(leaves);
    }

    @ParameterizedTest
    @CsvSource({"ON, OFF, true", "OFF, OFF, false", "ON, ON, false", "OFF, ON, false"})
    void a_device_left_its_rescue_when_its_power_went(PowerState then, PowerState now, boolean leaves) {
        Baseline silent = baseline(idle(then, NO_IMAGE), SILENT);

        assertThat(left(inRescue(silent, silent), idle(now, NO_IMAGE))).isEqualTo(leaves);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "0, 0, false", "1, 0, false", "-1, 0, true", "0, -1, false", "-1, -1, false"})
    void a_device_left_its_rescue_when_it_took_a_newer_power_command(int then, int now, boolean leaves) {
        Baseline silent = baseline(commandedAt(at(then)), SILENT);

        assertThat(left(inRescue(silent, silent), commandedAt(at(now)))).isEqualTo(leaves);
    }

    @Test
    void a_host_key_that_is_seen_later_proves_a_rescue_only_where_another_was_seen_before_it() {
        Baseline silent = baseline(IDLE, SILENT);
        Baseline usual = baseline(IDLE, new ProbeResult.HostKey("SHA256:usual"));

        assertThat(evidence(observe(inRescue(usual, silent), NO_TIME, IDLE, RESCUE_KEY)))
                .isEqualTo(Evidence.HOST_KEY_CHANGED);
        assertThat(evidence(observe(inRescue(silent, silent), NO_TIME, IDLE, RESCUE_KEY)))
                .isEqualTo(Evidence.REPORTED_BY_PROVIDER);
    }
}
