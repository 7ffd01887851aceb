package dev.lifeline.softlayer.rest;

import dev.lifeline.transport.ExponentialBackoff;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Process-wide pause after a rate-limit error of the provider: 1 s, doubled with each further error up to 8 s, back to 1 s after a
 * successful call. Starts at one second because the provider counts calls within each second (src/docs/platform/softlayer.md, section
 * Errors). Thread-safe; never blocks.
 */
final class RateLimitBackoff {

    private static final ExponentialBackoff BACKOFF =
            new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofSeconds(8));

    private final LongSupplier nanoClock;
    private int consecutiveErrors;
    private long pausedUntilNanos;
    private boolean paused;

    /** @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime} */
    RateLimitBackoff(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Starts a pause. Ignored while one is running: the calls refused meanwhile were sent before it and count once. */
    synchronized void onRateLimited() {
        if (!remaining().isZero()) return;
        consecutiveErrors++;
        pausedUntilNanos =
                nanoClock.getAsLong() + BACKOFF.delay(consecutiveErrors).toNanos();
        paused = true;
    }

    /** Resets the length of the next pause. Ignored while one is running. */
    synchronized void onSuccess() {
        if (remaining().isZero()) consecutiveErrors = 0;
    }

    /** Time until calls may be sent again; zero while there is no pause. */
    synchronized Duration remaining() {
        if (!paused) return Duration.ZERO;
        long left = pausedUntilNanos - nanoClock.getAsLong();
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }
}
