package dev.lifeline.slack.webapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.transport.ExponentialBackoff;
import java.time.Duration;

/**
 * Consecutive failures for each key, and the delay that follows from their number: 1 s, 2 s, 4 s … up to 60 s. Held in memory for at most
 * 10,000 keys; after a restart the first attempt is made at once. Thread-safe.
 */
public final class FailureBackoff {

    public static final Duration MAX_BACKOFF = Duration.ofMinutes(1);

    private static final ExponentialBackoff BACKOFF = new ExponentialBackoff(Duration.ofSeconds(1), MAX_BACKOFF);
    private static final int MAX_KEYS = 10_000;

    private final Cache<String, Integer> consecutiveFailures =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).build();

    /** Counts one more failure of the key and returns how many in a row that makes. */
    public int recordFailure(String key) {
        return consecutiveFailures.asMap().merge(key, 1, Integer::sum);
    }

    /** Forgets the key's failures. */
    public void reset(String key) {
        consecutiveFailures.invalidate(key);
    }

    /** The delay after so many failures in a row: 1 s, doubled each time, at most {@link #MAX_BACKOFF}. */
    public static Duration delay(int failures) {
        return BACKOFF.delay(failures);
    }
}
