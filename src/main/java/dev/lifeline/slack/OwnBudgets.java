package dev.lifeline.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.message.Budgets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Budgets of this process alone, where there is no other. */
final class OwnBudgets implements Budgets {

    private final InstantSource clock;
    private final Cache<String, Instant> due =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, Instant> rests =
            Caffeine.newBuilder().maximumSize(10_000).build();

    OwnBudgets(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Instant> take(String key, Rate rate) {
        Instant now = clock.instant();
        Instant next = after(now, due.getIfPresent(key)).orElse(now);
        Instant earliest = rate.earliest(next);
        if (earliest.isAfter(now)) return Optional.of(earliest);
        due.put(key, next.plus(rate.every()));
        return Optional.empty();
    }

    @Override
    public void rest(String kind, Instant until) {
        rests.asMap().merge(kind, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public Optional<Instant> resting(String kind) {
        return after(clock.instant(), rests.getIfPresent(kind));
    }

    private static Optional<Instant> after(Instant now, @Nullable Instant moment) {
        return Optional.ofNullable(moment).filter(now::isBefore);
    }
}
