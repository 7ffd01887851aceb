package dev.lifeline.slack.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.slack.port.SharedRateLimiter.Rate;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingLinesTest {

    private static final Rate BURST_OF_2_THEN_1_PER_SECOND = new Rate(Duration.ofSeconds(1), 2);
    private static final StreamKey FIRST = stream(1);
    private static final StreamKey SECOND = stream(2);
    private static final StreamKey THIRD = stream(3);
    private static final StreamKey NEWCOMER = stream(4);

    private final SettableClock clock = new SettableClock();
    private final CountingLimiter shared = new CountingLimiter(new LocalRateLimiter(clock));
    private final WaitingLines lines = new WaitingLines(shared, clock);

    private static StreamKey stream(int number) {
        return new StreamKey.Request(new RequestId("request%04d".formatted(number)));
    }

    private Optional<Instant> tryAcquire(StreamKey stream) {
        return lines.tryAcquire("post:C1", BURST_OF_2_THEN_1_PER_SECOND, stream);
    }

    private static Instant atSecond(int second) {
        return Fixtures.NOON.plusSeconds(second);
    }

    /** Another replica has just taken what may be taken at once. */
    private void useUpBurst() {
        for (int i = 0; i < 2; i++) shared.tryAcquire("post:C1", BURST_OF_2_THEN_1_PER_SECOND);
    }

    @Test
    void of_a_thousand_streams_each_asks_when_its_turn_has_come_and_in_order() {
        useUpBurst();
        List<StreamKey> streams =
                IntStream.range(0, 1_000).mapToObj(WaitingLinesTest::stream).toList();
        Map<Instant, StreamKey> turns = new TreeMap<>(Comparator.naturalOrder());
        streams.forEach(stream -> turns.put(tryAcquire(stream).orElseThrow(), stream));
        List<StreamKey> posted = new ArrayList<>();
        turns.forEach((turn, stream) -> {
            clock.set(turn);
            if (tryAcquire(stream).isEmpty()) posted.add(stream);
        });

        assertThat(posted).isEqualTo(streams);
        assertThat(shared.asked).isLessThan(1_010);
    }

    @Test
    void whoever_comes_before_its_turn_is_told_the_same_turn() {
        useUpBurst();
        tryAcquire(FIRST);

        assertThat(tryAcquire(SECOND)).contains(atSecond(2));
        assertThat(tryAcquire(SECOND)).contains(atSecond(2));
        assertThat(tryAcquire(FIRST)).contains(atSecond(1));
    }

    @Test
    void a_newcomer_goes_behind_those_who_wait() {
        useUpBurst();
        tryAcquire(FIRST);
        tryAcquire(SECOND);
        clock.set(atSecond(1));

        assertThat(tryAcquire(NEWCOMER)).contains(atSecond(3));
        assertThat(tryAcquire(FIRST)).isEmpty();
    }

    @Test
    void whoever_finds_its_permit_taken_by_another_replica_keeps_its_place() {
        useUpBurst();
        tryAcquire(FIRST);
        tryAcquire(SECOND);
        clock.set(atSecond(1));
        shared.tryAcquire("post:C1", BURST_OF_2_THEN_1_PER_SECOND);

        assertThat(tryAcquire(FIRST)).contains(atSecond(2));
        clock.set(atSecond(2));
        assertThat(tryAcquire(SECOND))
                .as("not refused because of whoever stands before it")
                .isEmpty();
    }

    @Test
    void a_stream_that_never_comes_again_holds_up_nobody() {
        useUpBurst();
        List.of(FIRST, SECOND, THIRD).forEach(this::tryAcquire);
        clock.set(atSecond(3));

        assertThat(tryAcquire(THIRD)).isEmpty();
        assertThat(tryAcquire(NEWCOMER)).isEmpty();
    }

    @Test
    void a_clock_that_is_set_back_makes_nobody_wait_for_an_hour() {
        clock.set(Fixtures.NOON.plus(Duration.ofHours(1)));
        useUpBurst();
        tryAcquire(FIRST);
        clock.set(Fixtures.NOON);

        assertThat(tryAcquire(FIRST)).isEmpty();
    }

    @Test
    void lines_of_several_limits_know_nothing_of_each_other() {
        useUpBurst();
        tryAcquire(FIRST);

        assertThat(lines.tryAcquire("post:C2", BURST_OF_2_THEN_1_PER_SECOND, SECOND))
                .isEmpty();
    }

    /** Counts the questions. */
    private static final class CountingLimiter implements SharedRateLimiter {

        private final SharedRateLimiter limiter;
        private int asked;

        CountingLimiter(SharedRateLimiter limiter) {
            this.limiter = limiter;
        }

        @Override
        public Optional<Instant> tryAcquire(String key, Rate rate) {
            asked++;
            return limiter.tryAcquire(key, rate);
        }

        @Override
        public void pauseUntil(String kind, Instant until) {
            limiter.pauseUntil(kind, until);
        }

        @Override
        public Optional<Instant> pausedUntil(String kind) {
            return limiter.pausedUntil(kind);
        }
    }
}
