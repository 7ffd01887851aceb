package dev.lifeline.testkit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.slack.port.SeenSignatures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Signatures seen by this process, kept longer than a signature is valid whichever way the clocks differ. */
public final class InMemorySeenSignatures implements SeenSignatures {

    private static final Duration SIGNATURE_TTL = Duration.ofMinutes(11);

    private final Cache<String, Boolean> seen;

    public InMemorySeenSignatures(InstantSource clock) {
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(SIGNATURE_TTL)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(200_000)
                .build();
    }

    @Override
    public Mark mark(String signature) {
        boolean copy = seen.asMap().putIfAbsent(signature, true) != null;
        return () -> copy;
    }

    @Override
    public void forget(String signature) {
        seen.invalidate(signature);
    }
}
