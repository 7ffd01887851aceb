package dev.lifeline.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Stage;
import dev.lifeline.testkit.Fixtures;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollIntervalsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void an_interval_of_zero_would_poll_without_a_pause_and_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PollIntervals(Duration.ZERO, SECOND, SECOND, SECOND));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollIntervals(SECOND, SECOND, SECOND, SECOND.negated()));
    }

    @Test
    void a_lockout_may_be_zero_but_not_negative() {
        assertThat(new PollIntervals(SECOND, SECOND, SECOND, SECOND, Duration.ZERO).powerCommandLockout())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollIntervals(SECOND, SECOND, SECOND, SECOND, SECOND.negated()));
    }

    @Test
    void the_longer_nothing_changes_the_longer_the_pause_up_to_half_a_minute() {
        Stage exiting = Stage.Exiting.outsideBot(
                Fixtures.NOON,
                Baseline.of(Fixtures.poweredOnStatus(), new ProbeResult.NoAnswer()),
                Baseline.of(Fixtures.poweredOnStatus(), new ProbeResult.NoAnswer()));

        assertThat(PollIntervals.DEFAULT.between(exiting, Duration.ZERO)).isEqualTo(SECOND);
        assertThat(PollIntervals.DEFAULT.between(exiting, Duration.ofMinutes(1)))
                .isEqualTo(SECOND);
        assertThat(PollIntervals.DEFAULT.between(exiting, Duration.ofMinutes(10)))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(PollIntervals.DEFAULT.between(exiting, Duration.ofDays(30))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void two_rounds_are_a_second_apart_at_least_and_half_a_minute_at_most() {
        assertThat(PollIntervals.DEFAULT.pause(Optional.of(Duration.ZERO))).isEqualTo(SECOND);
        assertThat(PollIntervals.DEFAULT.pause(Optional.of(Duration.ofHours(1))))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(PollIntervals.DEFAULT.pause(Optional.empty())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void the_lockout_passes_as_fast_as_the_clock_of_the_sandbox() {
        assertThat(PollIntervals.DEFAULT.scaledForSandbox(60).powerCommandLockout())
                .isEqualTo(Duration.ofSeconds(20));
    }
}
