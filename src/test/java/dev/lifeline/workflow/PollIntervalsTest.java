package dev.lifeline.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
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
    void the_lockout_passes_as_fast_as_the_clock_of_the_sandbox() {
        assertThat(PollIntervals.DEFAULT.scaledForSandbox(60).powerCommandLockout())
                .isEqualTo(Duration.ofSeconds(20));
    }
}
