package dev.lifeline.store.database;

import java.time.Instant;
import java.util.function.LongSupplier;

/** Time that begins at an instant and advances with a monotonic clock, whatever happens to the clock of the host. Thread-safe. */
public final class MonotonicTimeline implements Timeline {

    private final Instant start;
    private final LongSupplier nanoClock;
    private final long startNanoTime;

    /** @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime} */
    public MonotonicTimeline(Instant start, LongSupplier nanoClock) {
        this.start = start;
        this.nanoClock = nanoClock;
        this.startNanoTime = nanoClock.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoClock.getAsLong() - startNanoTime);
    }
}
