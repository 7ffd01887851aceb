package dev.lifeline.rescue;

import java.time.Duration;

/**
 * How long a phase takes, as far as is known when it begins.
 *
 * @param usual the median
 * @param slow almost none take longer: from then on something may be wrong
 */
public record Estimate(Duration usual, Duration slow, Source source) {

    /** What an estimate is made of; each says more about this device than those after it. */
    public enum Source {
        /** Earlier rescues of this account. */
        HISTORY,
        /** The provider's average for the transaction that runs. */
        PROVIDER,
        /** The provider's documents. */
        DOCUMENTS
    }

    public Estimate {
        if (usual.isNegative() || usual.isZero() || slow.compareTo(usual) < 0)
            throw new IllegalArgumentException("an estimate is more than zero, and slow not less than usual");
    }

    /** Whether a phase that has lasted so long takes longer than usual. */
    public boolean isLate(Duration elapsed) {
        return elapsed.compareTo(usual) > 0;
    }

    /**
     * From when something may be wrong. An average says nothing of single rescues, so that it does not shorten the time-out.
     *
     * @param timeout for devices of which nothing is known
     */
    public Duration stallsAfter(Duration timeout) {
        boolean longer = slow.compareTo(timeout) > 0;
        return source == Source.HISTORY || longer ? slow : timeout;
    }
}
