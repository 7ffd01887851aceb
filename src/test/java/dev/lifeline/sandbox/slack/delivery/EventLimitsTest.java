package dev.lifeline.sandbox.slack.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The limits of event deliveries, each from both sides (src/docs/platform/slack.md, section Rate limits). */
class EventLimitsTest {

    private final SettableClock clock = new SettableClock();
    private final EventLimits limits = new EventLimits(clock, SlackOptions.EVENTS_PER_HOUR);

    private void admit(int events) {
        for (int i = 0; i < events; i++) assertThat(limits.admitEvent()).isTrue();
    }

    /** Returns whether one of so many attempts was the last straw. */
    private boolean attempt(int attempts, boolean acked) {
        boolean failing = false;
        for (int i = 0; i < attempts; i++) failing |= limits.isFailingAfter(acked);
        return failing;
    }

    @Test
    void thirty_thousand_events_an_hour_are_delivered_and_no_more() {
        admit(SlackOptions.EVENTS_PER_HOUR);
        assertThat(limits.admitEvent()).isFalse();

        clock.advance(Duration.ofMinutes(60).plusSeconds(1));
        assertThat(limits.admitEvent()).isTrue();
    }

    @Test
    void the_notice_of_the_limit_comes_once_a_minute() {
        assertThat(limits.isNoticeDue()).isTrue();
        assertThat(limits.isNoticeDue()).isFalse();

        clock.advance(Duration.ofMinutes(1));
        assertThat(limits.isNoticeDue()).isTrue();
    }

    @Test
    void an_app_of_few_events_may_fail_at_all_of_them() {
        admit(EventLimits.MIN_EVENTS_TO_DISABLE - 1);
        assertThat(attempt(4 * EventLimits.MIN_EVENTS_TO_DISABLE, false)).isFalse();

        admit(1);
        assertThat(attempt(1, false)).isTrue();
    }

    @Test
    void five_attempts_of_a_hundred_are_enough() {
        admit(EventLimits.MIN_EVENTS_TO_DISABLE);
        attempt(50, true);
        assertThat(attempt(950, false)).isFalse();

        assertThat(attempt(1, false)).isTrue();
    }

    @Test
    void failures_of_another_hour_do_not_count() {
        admit(EventLimits.MIN_EVENTS_TO_DISABLE - 1);
        attempt(EventLimits.MIN_EVENTS_TO_DISABLE, false);
        clock.advance(Duration.ofMinutes(61));

        admit(1);
        assertThat(attempt(1, false)).isFalse();
    }

    @Test
    void what_led_to_switching_off_does_not_count_again() {
        admit(EventLimits.MIN_EVENTS_TO_DISABLE);
        assertThat(attempt(1, false)).isTrue();

        assertThat(attempt(1, false)).isFalse();
    }
}
