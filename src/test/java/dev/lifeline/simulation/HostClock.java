package dev.lifeline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The wall clock of a machine, which drifts and is set, and its monotonic clock, which does neither. */
final class HostClock implements InstantSource {

    private final SimulatedTime time;
    private final double rate;
    private Duration offset;

    HostClock(SimulatedTime time, double rate, Duration offset) {
        this.time = time;
        this.rate = rate;
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return SimulatedTime.START
                .plusMillis((long) (time.elapsed().toMillis() * rate))
                .plus(offset);
    }

    long nanoTime() {
        return time.nanos();
    }

    /** Somebody sets the clock. */
    void step(Duration by) {
        offset = offset.plus(by);
    }

    /** Sets the clock right. */
    void setRight() {
        offset = Duration.ofMillis(
                time.elapsed().toMillis() - (long) (time.elapsed().toMillis() * rate));
    }
}
