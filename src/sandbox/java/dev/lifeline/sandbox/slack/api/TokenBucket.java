package dev.lifeline.sandbox.slack.api;

import java.time.Duration;
import java.time.Instant;

/** May one more pass? Holds so many tokens at most, and gains them back at a steady rate. */
final class TokenBucket {

    private static final double NANOS_PER_SECOND = 1_000_000_000.0;

    private final double capacity;
    private final double tokensPerSecond;
    private double tokens;
    private Instant refilledAt;

    TokenBucket(double capacity, double tokensPerSecond, Instant now) {
        this.capacity = capacity;
        this.tokensPerSecond = tokensPerSecond;
        this.tokens = capacity;
        this.refilledAt = now;
    }

    /** Zero when it may pass now, else the whole seconds to wait, at least one. */
    synchronized int retryAfterSeconds(Instant now) {
        double passed = Duration.between(refilledAt, now).toNanos() / NANOS_PER_SECOND;
        tokens = Math.min(capacity, tokens + Math.max(0, passed) * tokensPerSecond);
        refilledAt = now;
        if (tokens < 1) return (int) Math.max(1, Math.ceil((1 - tokens) / tokensPerSecond));
        tokens--;
        return 0;
    }
}
