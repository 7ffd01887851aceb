package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalRateLimiterTest {

    private static final SharedRateLimiter.Rate BURST_OF_3_THEN_1_PER_SECOND =
            new SharedRateLimiter.Rate(Duration.ofSeconds(1), 3);

    private final SettableClock clock = new SettableClock();
    private final SharedRateLimiter limiter = new LocalRateLimiter(clock);

    @Test
    void after_a_burst_it_is_one_at_a_time() {
        assertThat(acquired(5)).isEqualTo(3);
        clock.advance(Duration.ofSeconds(1));
        assertThat(acquired(5)).isEqualTo(1);
    }

    @Test
    void a_quiet_time_earns_a_burst_and_no_more() {
        acquired(3);
        clock.advance(Duration.ofHours(1));

        assertThat(acquired(10)).isEqualTo(3);
    }

    @Test
    void asking_too_early_costs_nothing() {
        acquired(3);
        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofMillis(100));
            assertThat(limiter.tryAcquire("key", BURST_OF_3_THEN_1_PER_SECOND)).contains(Fixtures.NOON.plusSeconds(1));
        }
        clock.advance(Duration.ofMillis(100));

        assertThat(limiter.tryAcquire("key", BURST_OF_3_THEN_1_PER_SECOND)).isEmpty();
    }

    @Test
    void a_clock_that_is_put_back_an_hour_holds_nothing_for_an_hour() {
        acquired(3);
        limiter.pauseUntil("chat.update", Fixtures.NOON.plusSeconds(30));
        clock.advance(Duration.ofHours(-1));

        assertThat(acquired(5)).isEqualTo(3);
        assertThat(limiter.pausedUntil("chat.update")).isEmpty();
    }

    @Test
    void keys_do_not_slow_each_other() {
        acquired(3);

        assertThat(limiter.tryAcquire("other", BURST_OF_3_THEN_1_PER_SECOND)).isEmpty();
    }

    private long acquired(int times) {
        return IntStream.range(0, times)
                .filter(i ->
                        limiter.tryAcquire("key", BURST_OF_3_THEN_1_PER_SECOND).isEmpty())
                .count();
    }
}
