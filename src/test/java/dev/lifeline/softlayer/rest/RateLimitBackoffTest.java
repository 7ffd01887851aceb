package dev.lifeline.softlayer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitBackoffTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimitBackoff backoff = new RateLimitBackoff(nanos::get);

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void there_is_no_pause_before_a_rate_limit_error() {
        assertThat(backoff.remaining()).isEqualTo(Duration.ZERO);
    }

    @Test
    void the_pause_is_a_second_after_a_rate_limit_error_and_twice_as_long_after_the_next() {
        backoff.onRateLimited();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(1));
        advance(Duration.ofSeconds(1));
        assertThat(backoff.remaining()).isEqualTo(Duration.ZERO);

        backoff.onRateLimited();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void errors_of_calls_already_in_flight_count_once() {
        backoff.onRateLimited();
        backoff.onRateLimited();
        backoff.onSuccess();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(1));
        advance(Duration.ofSeconds(1));
        backoff.onRateLimited();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void the_pause_is_at_most_eight_seconds_and_is_reset_by_a_success() {
        for (int rateLimitError = 0; rateLimitError < 10; rateLimitError++) {
            backoff.onRateLimited();
            advance(backoff.remaining().minusNanos(1));
            assertThat(backoff.remaining()).isLessThanOrEqualTo(Duration.ofSeconds(8));
            advance(Duration.ofNanos(1));
        }
        backoff.onSuccess();
        backoff.onRateLimited();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(1));
    }
}
