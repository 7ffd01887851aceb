package dev.lifeline.sandbox.slack.api;

import java.time.Duration;
import java.time.Instant;

/** A token bucket: holds at most {@code capacity} tokens and regains them at a steady rate. Thread-safe. */
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

    /** Takes one token. Returns zero when there was one, else the whole seconds until there is, at least one. */
    synchronized int retryAfterSeconds(Instant now) {
        double elapsedSeconds = Duration.between(refilledAt, now).toNanos() / NANOS_PER_SECOND;
        tokens = Math.min(capacity, tokens + Math.max(0, elapsedSeconds) * tokensPerSecond);
        refilledAt = now;
        if (tokens < 1) return (int) Math.max(1, Math.ceil((1 - tokens) / tokensPerSecond));
        tokens--;
        return 0;
    }
}
