package dev.lifeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.slack.port.SharedRateLimiter.Rate;
import dev.lifeline.testkit.Fixtures;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract of the shared rate limiter; {@code one()} and {@code other()} belong to two replicas, at noon. */
public abstract class SharedRateLimiterContract {

    private static final Rate BURST_OF_3_THEN_1_PER_SECOND = new Rate(Duration.ofSeconds(1), 3);

    protected abstract SharedRateLimiter firstReplica();

    protected abstract SharedRateLimiter secondReplica();

    @Test
    void replicas_share_one_rate_limit() {
        long acquired = IntStream.range(0, 6)
                .mapToObj(i -> i % 2 == 0 ? firstReplica() : secondReplica())
                .filter(sharedRateLimiter -> sharedRateLimiter
                        .tryAcquire("channel", BURST_OF_3_THEN_1_PER_SECOND)
                        .isEmpty())
                .count();

        assertThat(acquired).isEqualTo(3);
        assertThat(secondReplica().tryAcquire("channel", BURST_OF_3_THEN_1_PER_SECOND))
                .contains(Fixtures.NOON.plusSeconds(1));
        assertThat(secondReplica().tryAcquire("another channel", BURST_OF_3_THEN_1_PER_SECOND))
                .isEmpty();
    }

    @Test
    void a_pause_that_slack_asks_for_is_kept_by_every_replica() {
        firstReplica().pauseUntil("chat.update", Fixtures.NOON.plusSeconds(30));
        firstReplica().pauseUntil("chat.update", Fixtures.NOON.plusSeconds(10));

        assertThat(secondReplica().pausedUntil("chat.update")).contains(Fixtures.NOON.plusSeconds(30));
        assertThat(secondReplica().pausedUntil("chat.postMessage:C1")).isEmpty();
    }
}
