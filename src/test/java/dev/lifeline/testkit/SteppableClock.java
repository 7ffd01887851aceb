package dev.lifeline.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock with an offset, as the clock of a host that was set wrong or is set while the bot runs. Thread-safe. */
public final class SteppableClock implements InstantSource {

    private volatile Duration offset;

    public SteppableClock(Duration offset) {
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    /** Sets the clock back or forward. */
    public void step(Duration by) {
        offset = offset.plus(by);
    }
}
