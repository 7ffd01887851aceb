package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Watch;
import dev.lifeline.rescue.monitor.DeviceObservation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a command that waits is tried: at its time, and at once when the clock was put back further than anything waits. */
class DueTimesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final PollIntervals INTERVALS =
            new PollIntervals(SECOND, SECOND, SECOND, Duration.ofSeconds(20), Duration.ofMinutes(20));
    private static final PollIntervals WITHOUT_LOCKOUT =
            new PollIntervals(SECOND, SECOND, SECOND, Duration.ofSeconds(20), Duration.ZERO);

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false", "20000, false", "20001, true"})
    void a_launch_waits_for_its_time_but_never_longer_than_a_retry(long millisecondsAhead, boolean due) {
        assertThat(INTERVALS.isLaunchDue(NOON.plusMillis(millisecondsAhead), NOON))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "20001, false", "1200000, false", "1200001, true"})
    void an_exit_waits_for_its_time_but_never_longer_than_the_lockout(long millisecondsAhead, boolean due) {
        assertThat(INTERVALS.isExitDue(NOON.plusMillis(millisecondsAhead), NOON))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"20000, false", "20001, true"})
    void an_exit_without_a_lockout_waits_no_longer_than_a_retry(long millisecondsAhead, boolean due) {
        assertThat(WITHOUT_LOCKOUT.isExitDue(NOON.plusMillis(millisecondsAhead), NOON))
                .isEqualTo(due);
    }

    @Test
    void a_command_leaves_until_the_last_moment_of_its_window() {
        WorkflowFixture fixture = new WorkflowFixture();
        fixture.readyToLaunch();
        fixture.whileWaitingToSend(() -> fixture.letPass(CommandClaim.SEND_WINDOW.minusMillis(1)));

        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void P3_silence_and_absence_count_only_between_two_polls_that_saw_the_same() {
        long[] nanos = {0};
        WatchTimes times = new WatchTimes(() -> nanos[0]);
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.PortOpen());
        RescueRequest request = openedRequest()
                .transitionTo(Stage.Exiting.outsideBot(NOON, baseline, baseline))
                .next();
        DeviceObservation answering =
                new DeviceObservation(Optional.of(poweredOnStatus()), new ProbeResult.PortOpen(), NOON);
        DeviceObservation silent =
                new DeviceObservation(Optional.of(poweredOnStatus()), new ProbeResult.NoAnswer(), NOON);
        DeviceObservation missing = new DeviceObservation(Optional.empty(), new ProbeResult.NoAnswer(), NOON);

        times.withObservation(request, answering);
        nanos[0] += Duration.ofSeconds(5).toNanos();
        Watch first = times.withObservation(request, silent).watch();
        nanos[0] += Duration.ofSeconds(7).toNanos();
        Watch second = times.withObservation(request, silent).watch();
        nanos[0] += Duration.ofSeconds(9).toNanos();
        Watch third = times.withObservation(request, missing).watch();

        assertThat(first.silent()).isZero();
        assertThat(first.observed()).isEqualTo(Duration.ofSeconds(5));
        assertThat(second.silent()).isEqualTo(Duration.ofSeconds(7));
        assertThat(third.silent()).isEqualTo(Duration.ofSeconds(16));
        assertThat(third.missing()).isZero();
        assertThat(third.observed()).isEqualTo(Duration.ofSeconds(12));
    }
}
