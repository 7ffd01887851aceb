package dev.lifeline.sandbox.slack.api;

import java.time.Duration;
import java.time.Instant;

/** May one more pass? Holds so many tokens at most, and gains them back at a steady rate. */
final class Bucket {

    private static final double NANOS = 1_000_000_000.0;

    private final double capacity;
    private final double perSecond;
    private double tokens;
    private Instant filled;

    Bucket(double capacity, double perSecond, Instant now) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.tokens = capacity;
        this.filled = now;
    }

    /** Zero when it may pass now, else the whole seconds to wait, at least one. */
    synchronized int secondsToWait(Instant now) {
        double passed = Duration.between(filled, now).toNanos() / NANOS;
        tokens = Math.min(capacity, tokens + Math.max(0, passed) * perSecond);
        filled = now;
        if (tokens < 1) return (int) Math.max(1, Math.ceil((1 - tokens) / perSecond));
        tokens--;
        return 0;
    }
}
