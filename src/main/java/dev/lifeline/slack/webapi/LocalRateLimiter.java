package dev.lifeline.slack.webapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.slack.port.SharedRateLimiter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rate limits within this process only, for commands that run without a database. Keeps 10,000 keys. Thread-safe; never blocks. */
public final class LocalRateLimiter implements SharedRateLimiter {

    private final InstantSource clock;
    private final Cache<String, Instant> nextPermitAt =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, Instant> pauses =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public LocalRateLimiter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Instant> tryAcquire(String key, Rate rate) {
        Instant now = clock.instant();
        Instant next = ifFuture(now, nextPermitAt.getIfPresent(key)).orElse(now);
        Instant earliest = rate.earliestPermit(next);
        if (earliest.isAfter(now)) return Optional.of(earliest);
        nextPermitAt.put(key, next.plus(rate.interval()));
        return Optional.empty();
    }

    @Override
    public void pauseUntil(String kind, Instant until) {
        pauses.asMap().merge(kind, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public Optional<Instant> pausedUntil(String kind) {
        return ifFuture(clock.instant(), pauses.getIfPresent(kind));
    }

    private static Optional<Instant> ifFuture(Instant now, @Nullable Instant moment) {
        return Optional.ofNullable(moment).filter(now::isBefore);
    }
}
