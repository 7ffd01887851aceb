package dev.lifeline.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * May Slack be called now, or when? Keeps below Slack's limits instead of running into them (slack.md 4.3): a steady rate with room
 * for a burst, for each key by itself.
 */
final class Pace {

    /**
     * How often?
     *
     * @param every the steady distance
     * @param burst how many may come at once after a quiet time
     */
    record Rate(Duration every, int burst) {}

    /** One message a second and channel; Slack tolerates short bursts. */
    static final Rate POSTS_IN_A_CHANNEL = new Rate(Duration.ofSeconds(1), 5);

    /** One edit a second and message, so that a reader can follow. */
    static final Rate EDITS_OF_A_MESSAGE = new Rate(Duration.ofSeconds(1), 3);

    /** Tier 3, 50 a minute, shared by all that the bot shows. */
    static final Rate EDITS = new Rate(Duration.ofMillis(1_200), 30);

    private final InstantSource clock;
    private final Cache<String, Instant> due =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes a turn.
     *
     * @return empty when it is granted, else when to ask again; then nothing was taken
     */
    synchronized Optional<Instant> take(String key, Rate rate) {
        Instant now = clock.instant();
        Instant next = dueAt(key, now);
        Instant earliest = next.minus(rate.every().multipliedBy(rate.burst() - 1L));
        if (earliest.isAfter(now)) return Optional.of(earliest);
        due.put(key, next.plus(rate.every()));
        return Optional.empty();
    }

    private Instant dueAt(String key, Instant now) {
        return Optional.ofNullable(due.getIfPresent(key)).filter(now::isBefore).orElse(now);
    }
}
