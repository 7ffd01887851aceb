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
    void nobody_rests_before_the_provider_complains() {
        assertThat(backoff.remaining()).isEqualTo(Duration.ZERO);
    }

    @Test
    void all_rest_for_a_second_after_a_complaint_and_twice_as_long_after_the_next() {
        backoff.onRateLimited();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(1));
        advance(Duration.ofSeconds(1));
        assertThat(backoff.remaining()).isEqualTo(Duration.ZERO);

        backoff.onRateLimited();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void calls_that_were_on_their_way_when_it_complained_count_once() {
        backoff.onRateLimited();
        backoff.onRateLimited();
        backoff.onSuccess();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(1));
        advance(Duration.ofSeconds(1));
        backoff.onRateLimited();
        assertThat(backoff.remaining()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void it_never_rests_longer_than_eight_seconds_and_begins_anew_when_served() {
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
