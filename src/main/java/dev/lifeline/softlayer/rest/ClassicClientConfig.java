package dev.lifeline.softlayer.rest;

import java.time.Duration;

/**
 * How patient is the door with the provider?
 *
 * @param connectTimeout for a connection to stand
 * @param queryTimeout for the answer to a question, in whole
 * @param commandTimeout for the answer to an order, in whole: some take minutes (softlayer.md 1.2)
 * @param retrySettings how often a question is asked again; an order never is
 * @param callsPerSecond the most that are sent; the provider refuses above 50 (softlayer.md 1.3)
 */
public record ClassicClientConfig(
        Duration connectTimeout,
        Duration queryTimeout,
        Duration commandTimeout,
        RetrySettings retrySettings,
        int callsPerSecond) {

    /**
     * How is a question asked again?
     *
     * @param maxAttempts in all, the first one included
     * @param initialBackoff before the second; doubled each time, with jitter
     * @param maxDuration no attempt begins later than this after the first
     */
    public record RetrySettings(int maxAttempts, Duration initialBackoff, Duration maxDuration) {
        public RetrySettings {
            if (maxAttempts < 1) throw new IllegalArgumentException("attempts are 1 or more: " + maxAttempts);
        }
    }

    public ClassicClientConfig {
        if (callsPerSecond < 1) throw new IllegalArgumentException("calls per second are 1 or more: " + callsPerSecond);
    }

    /** The same, sending at most so many calls a second. */
    public ClassicClientConfig withCallsPerSecond(int calls) {
        return new ClassicClientConfig(connectTimeout, queryTimeout, commandTimeout, retrySettings, calls);
    }

    /** Fit for the provider's public endpoint. */
    public static ClassicClientConfig defaults() {
        RetrySettings retrySettings = new RetrySettings(4, Duration.ofMillis(250), Duration.ofSeconds(20));
        return new ClassicClientConfig(
                Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120), retrySettings, 40);
    }
}
