package dev.lifeline.classic;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long does the whole process keep quiet after the provider said that it was asked too much? A second at first, as the provider
 * counts by seconds; twice as long each time that it says so again, until it serves something.
 */
final class Rest {

    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofSeconds(8).toNanos();

    private final LongSupplier nanos;
    private long next = FIRST;
    private long until;
    private boolean resting;

    /** @param nanos a clock that only goes forward, such as {@code System::nanoTime} */
    Rest(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The provider refused a call for its number. Calls refused while all rest left before: they count once. */
    synchronized void refused() {
        if (!left().isZero()) return;
        until = nanos.getAsLong() + next;
        resting = true;
        next = Math.min(LONGEST, next * 2);
    }

    /** The provider served a call. */
    synchronized void served() {
        if (left().isZero()) next = FIRST;
    }

    /** Zero where nothing has to be waited for. */
    synchronized Duration left() {
        if (!resting) return Duration.ZERO;
        long left = until - nanos.getAsLong();
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }
}
