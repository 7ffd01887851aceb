package dev.lifeline.slack.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * May something be said now, or when? What the platform allows is allowed to all replicas together, so they count together; a steady
 * rate with room for a burst, for each key by itself.
 */
public interface SharedRateLimiter {

    /**
     * How often?
     *
     * @param interval the steady distance, at least a millisecond
     * @param burst how many may come at once after a quiet time, at least one
     */
    record Rate(Duration interval, int burst) {
        public Rate {
            if (interval.toMillis() < 1) throw new IllegalArgumentException("every must be at least a millisecond");
            if (burst < 1) throw new IllegalArgumentException("burst must be at least one");
        }

        /** When a turn may be taken, by when the next steady one is due. */
        public Instant earliestPermit(Instant due) {
            return due.minus(interval.multipliedBy(burst - 1L));
        }
    }

    /**
     * Takes a turn.
     *
     * @return empty when it is granted, else when to ask again; then nothing was taken
     */
    Optional<Instant> tryAcquire(String key, Rate rate);

    /** The platform wants to hear nothing of a kind before then. */
    void pauseUntil(String kind, Instant until);

    /** Until when the platform wants to hear nothing of a kind; empty when it may be asked. */
    Optional<Instant> pausedUntil(String kind);
}
