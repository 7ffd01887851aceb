package dev.lifeline.softlayer.rest;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long does the whole process keep quiet after the provider said that it was asked too much? A second at first, as the provider
 * counts by seconds; twice as long each time that it says so again, until it serves something.
 */
final class RateLimitBackoff {

    private static final long INITIAL_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MAX_PAUSE_NANOS = Duration.ofSeconds(8).toNanos();

    private final LongSupplier nanoClock;
    private long nextPauseNanos = INITIAL_PAUSE_NANOS;
    private long pausedUntilNanos;
    private boolean paused;

    /** @param nanoClock a clock that only goes forward, such as {@code System::nanoTime} */
    RateLimitBackoff(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** The provider refused a call for its number. Calls refused while all rest left before: they count once. */
    synchronized void onRateLimited() {
        if (!remaining().isZero()) return;
        pausedUntilNanos = nanoClock.getAsLong() + nextPauseNanos;
        paused = true;
        nextPauseNanos = Math.min(MAX_PAUSE_NANOS, nextPauseNanos * 2);
    }

    /** The provider served a call. */
    synchronized void onSuccess() {
        if (remaining().isZero()) nextPauseNanos = INITIAL_PAUSE_NANOS;
    }

    /** Zero where nothing has to be waited for. */
    synchronized Duration remaining() {
        if (!paused) return Duration.ZERO;
        long left = pausedUntilNanos - nanoClock.getAsLong();
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }
}
