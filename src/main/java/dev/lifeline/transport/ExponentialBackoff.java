package dev.lifeline.transport;

import java.time.Duration;

/**
 * Delay before the next attempt: the initial delay after the first failure, doubled after each further one, up to a maximum.
 *
 * @param initial after the first failure; positive
 * @param max never exceeded; at least the initial delay
 */
public record ExponentialBackoff(Duration initial, Duration max) {

    /** Beyond this many doublings the maximum applies in any case, and the multiplication cannot overflow. */
    private static final int MAX_DOUBLINGS = 30;

    public ExponentialBackoff {
        if (initial.isNegative() || initial.isZero()) throw new IllegalArgumentException("initial delay: " + initial);
        if (max.compareTo(initial) < 0) throw new IllegalArgumentException("maximum delay below the initial: " + max);
    }

    /**
     * The delay before the next attempt.
     *
     * @param failures consecutive failures so far; counts below 1 are taken as 1
     */
    public Duration delay(int failures) {
        int doublings = Math.min(Math.max(failures, 1) - 1, MAX_DOUBLINGS);
        Duration delay = initial.multipliedBy(1L << doublings);
        return delay.compareTo(max) < 0 ? delay : max;
    }
}
