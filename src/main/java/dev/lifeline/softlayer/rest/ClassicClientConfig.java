package dev.lifeline.softlayer.rest;

import dev.lifeline.transport.HttpProxies;
import java.time.Duration;

/**
 * Time-outs, retries and rate of the SoftLayer client.
 *
 * @param connectTimeout for establishing a connection
 * @param queryTimeout for the whole of one query attempt
 * @param commandTimeout for the whole of a command: some take minutes (src/docs/platform/softlayer.md, section REST rules)
 * @param retrySettings retries of queries; a command is never retried (promise P1)
 * @param callsPerSecond calls of any kind per second, 1 or more; the provider rejects more than 50 (src/docs/platform/softlayer.md,
 *     section Errors)
 * @param proxies the way to the provider
 */
public record ClassicClientConfig(
        Duration connectTimeout,
        Duration queryTimeout,
        Duration commandTimeout,
        RetrySettings retrySettings,
        int callsPerSecond,
        HttpProxies proxies) {

    /** The way that the JVM chooses. */
    public ClassicClientConfig(
            Duration connectTimeout,
            Duration queryTimeout,
            Duration commandTimeout,
            RetrySettings retrySettings,
            int callsPerSecond) {
        this(connectTimeout, queryTimeout, commandTimeout, retrySettings, callsPerSecond, HttpProxies.JVM_DEFAULT);
    }

    /**
     * Retries of one query.
     *
     * @param maxAttempts the first one included; 1 or more
     * @param initialBackoff delay before the second attempt; doubled each time up to 4 s, with 30 % jitter
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

    /** The same settings with another rate. */
    public ClassicClientConfig withCallsPerSecond(int newCallsPerSecond) {
        return new ClassicClientConfig(
                connectTimeout, queryTimeout, commandTimeout, retrySettings, newCallsPerSecond, proxies);
    }

    /** The same settings with another way to the provider. */
    public ClassicClientConfig withProxies(HttpProxies newProxies) {
        return new ClassicClientConfig(
                connectTimeout, queryTimeout, commandTimeout, retrySettings, callsPerSecond, newProxies);
    }

    /**
     * Settings for the public endpoint: connect 5 s, query 30 s, command 120 s; 4 attempts from 250 ms within 20 s; 40 calls per second.
     */
    public static ClassicClientConfig defaults() {
        RetrySettings retrySettings = new RetrySettings(4, Duration.ofMillis(250), Duration.ofSeconds(20));
        return new ClassicClientConfig(
                Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120), retrySettings, 40);
    }
}
