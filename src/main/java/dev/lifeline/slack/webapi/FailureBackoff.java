package dev.lifeline.slack.webapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** How often in a row did something not work, and how long to wait now? Forgotten with the process: then it is tried at once. */
public final class FailureBackoff {

    public static final Duration MAX_BACKOFF = Duration.ofMinutes(1);

    private final Cache<String, Integer> consecutiveFailures =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** Counts one more, and says how many that makes. */
    public int recordFailure(String what) {
        return consecutiveFailures.asMap().merge(what, 1, Integer::sum);
    }

    public void reset(String what) {
        consecutiveFailures.invalidate(what);
    }

    /** One second, two, four, and so on up to a minute. */
    public static Duration delay(int times) {
        Duration pause = Duration.ofSeconds(1L << Math.min(Math.max(times - 1, 0), 6));
        return pause.compareTo(MAX_BACKOFF) < 0 ? pause : MAX_BACKOFF;
    }
}
