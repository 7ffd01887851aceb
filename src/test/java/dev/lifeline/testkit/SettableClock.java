package dev.lifeline.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that starts at {@link Fixtures#NOON} and moves only when it is set or advanced. Thread-safe. */
public final class SettableClock implements InstantSource {

    private Instant now = Fixtures.NOON;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }
}
