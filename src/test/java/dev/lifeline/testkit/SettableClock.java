package dev.lifeline.testkit;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that starts at {@link Fixtures#NOON} and moves only when it is set or advanced. Thread-safe. */
public final class SettableClock implements InstantSource {

    private Instant now = Fixtures.NOON;
    private Duration elapsed = Duration.ZERO;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Lets time pass; a negative time puts the clock back, while no time passes. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
        if (!time.isNegative()) elapsed = elapsed.plus(time);
    }

    /** The time that has passed, which setting the clock does not change. */
    public Ticker ticker() {
        return this::elapsedNanos;
    }

    private synchronized long elapsedNanos() {
        return elapsed.toNanos();
    }

    /** The ticker of a clock: of a settable one its own, else the system's. */
    public static Ticker tickerOf(InstantSource clock) {
        return clock instanceof SettableClock settable ? settable.ticker() : Ticker.systemTicker();
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }
}
