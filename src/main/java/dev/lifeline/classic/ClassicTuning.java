package dev.lifeline.classic;

import java.time.Duration;

/**
 * How patient is the door with the provider?
 *
 * @param connect for a connection to stand
 * @param read for the answer to a question, in whole
 * @param order for the answer to an order, in whole: some take minutes (softlayer.md 1.2)
 * @param retries how often a question is asked again; an order never is
 * @param callsPerSecond the most that are sent; the provider refuses above 50 (softlayer.md 1.3)
 */
public record ClassicTuning(Duration connect, Duration read, Duration order, Retries retries, int callsPerSecond) {

    /**
     * How is a question asked again?
     *
     * @param attempts in all, the first one included
     * @param pause before the second; doubled each time, with jitter
     * @param within no attempt begins later than this after the first
     */
    public record Retries(int attempts, Duration pause, Duration within) {
        public Retries {
            if (attempts < 1) throw new IllegalArgumentException("attempts are 1 or more: " + attempts);
        }
    }

    public ClassicTuning {
        if (callsPerSecond < 1) throw new IllegalArgumentException("calls per second are 1 or more: " + callsPerSecond);
    }

    /** The same, sending at most so many calls a second. */
    public ClassicTuning atMost(int calls) {
        return new ClassicTuning(connect, read, order, retries, calls);
    }

    /** Fit for the provider's public endpoint. */
    public static ClassicTuning usual() {
        Retries retries = new Retries(4, Duration.ofMillis(250), Duration.ofSeconds(20));
        return new ClassicTuning(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120), retries, 40);
    }
}
