package dev.lifeline.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.command.Replays;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Remembers in this process, for longer than a signature is good, whichever way the clocks differ. */
final class RecentReplays implements Replays {

    private static final Duration MEMORY = Duration.ofMinutes(11);

    private final Cache<String, Boolean> seen;

    RecentReplays(InstantSource clock) {
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(MEMORY)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(200_000)
                .build();
    }

    @Override
    public boolean first(String signature) {
        return seen.asMap().putIfAbsent(signature, true) == null;
    }

    @Override
    public void forget(String signature) {
        seen.invalidate(signature);
    }
}
