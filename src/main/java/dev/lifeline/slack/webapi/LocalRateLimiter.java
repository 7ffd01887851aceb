package dev.lifeline.slack.webapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.slack.port.SharedRateLimiter;
import java.time.Duration;
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
        Duration fullBurst = rate.interval().multipliedBy(rate.burst());
        Instant next = ifWithin(now, fullBurst, nextPermitAt.getIfPresent(key)).orElse(now);
        Instant earliest = rate.earliestPermit(next);
        if (earliest.isAfter(now)) return Optional.of(earliest);
        nextPermitAt.put(key, next.plus(rate.interval()));
        return Optional.empty();
    }

    @Override
    public synchronized void pauseUntil(String kind, Instant until) {
        Instant latest = pausedUntil(kind).filter(until::isBefore).orElse(until);
        pauses.put(kind, latest);
    }

    @Override
    public Optional<Instant> pausedUntil(String kind) {
        return ifWithin(clock.instant(), MAX_PAUSE, pauses.getIfPresent(kind));
    }

    /** The instant where it is in the future; one further ahead than the longest wait was set before the clock was put back. */
    private static Optional<Instant> ifWithin(Instant now, Duration longestWait, @Nullable Instant moment) {
        return Optional.ofNullable(moment).filter(now::isBefore).filter(at -> !at.isAfter(now.plus(longestWait)));
    }
}
