package dev.lifeline.benchmark;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A limit for the median of a figure.
 *
 * @param text as the table shows it; empty where there is no goal
 * @param atLeast whether the limit is a lower one
 * @param limit empty where it depends on a contender that was not measured
 */
record Goal(String text, boolean atLeast, BiFunction<Results, Results.Key, Optional<Double>> limit) {

    Goal(String text, BiFunction<Results, Results.Key, Optional<Double>> limit) {
        this(text, false, limit);
    }

    static Goal none() {
        return new Goal("", (all, own) -> Optional.empty());
    }

    static Goal atMost(String text, double limit) {
        return new Goal(text, (all, own) -> Optional.of(limit));
    }

    static Goal atLeast(String text, BiFunction<Results, Results.Key, Optional<Double>> limit) {
        return new Goal(text, true, limit);
    }

    /** Whether a contender reaches the goal; empty where that cannot be told. The peer has none. */
    Optional<Boolean> isReached(Results all, Results.Key own) {
        if (own.contender() == Contender.PEER || all.of(own).isEmpty()) return Optional.empty();
        double median = all.of(own).median();
        return limit.apply(all, own).map(bound -> atLeast ? median >= bound : median <= bound);
    }
}
