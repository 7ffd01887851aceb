package dev.lifeline.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** How often in a row did something not work, and how long to wait now? Forgotten with the process: then it is tried at once. */
final class Setbacks {

    static final Duration LONGEST = Duration.ofMinutes(1);

    private final Cache<String, Integer> inARow =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** Counts one more, and says how many that makes. */
    int another(String what) {
        return inARow.asMap().merge(what, 1, Integer::sum);
    }

    void over(String what) {
        inARow.invalidate(what);
    }

    /** One second, two, four, and so on up to a minute. */
    static Duration pause(int times) {
        Duration pause = Duration.ofSeconds(1L << Math.min(Math.max(times - 1, 0), 6));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
