package dev.lifeline.slack.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Rate limits shared by all replicas, because Slack's limits apply to all of them together. Each key has a steady rate with room for a
 * burst. Implementations are thread-safe and may block for one database call; the clock is that of the bot.
 *
 * <p>Keys of {@link #tryAcquire}: {@code post:CHANNEL_ID}, {@code person:USER_ID}, {@code edit:CHANNEL_ID:MESSAGE_TS}, {@code edit},
 * {@code home:USER_ID} and {@code home}.
 * Kinds of {@link #pauseUntil}: a Web API method, followed by {@code :CHANNEL_ID} for {@code chat.postMessage}.
 */
public interface SharedRateLimiter {

    /**
     * A steady rate with a burst.
     *
     * @param interval between two permits, at least 1 ms
     * @param burst permits that may be taken at once after a pause, at least 1
     */
    record Rate(Duration interval, int burst) {
        public Rate {
            if (interval.toMillis() < 1) throw new IllegalArgumentException("interval must be at least 1 ms");
            if (burst < 1) throw new IllegalArgumentException("burst must be at least 1");
        }

        /** The earliest time for a permit, given when the next steady one is due. */
        public Instant earliestPermit(Instant due) {
            return due.minus(interval.multipliedBy(burst - 1L));
        }
    }

    /**
     * Takes a permit; never waits for one.
     *
     * @return empty when it was granted, else when to try again; then nothing was taken
     * @throws RuntimeException when the shared state cannot be read or written
     */
    Optional<Instant> tryAcquire(String key, Rate rate);

    /**
     * A pause that ends later was recorded before the clock was put back, and is none. A minute more than the longest pause, for clocks
     * that differ.
     */
    Duration MAX_PAUSE = Duration.ofMinutes(11);

    /** Pauses a kind of call for all replicas, for 10 minutes at most. A later end that is already recorded is kept. */
    void pauseUntil(String kind, Instant until);

    /** End of a kind's pause; empty while there is none. */
    Optional<Instant> pausedUntil(String kind);
}
