package dev.lifeline.benchmark;

import java.util.Arrays;

/** Durations of one run, sorted. Immutable. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    static Latencies ofNanos(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int count() {
        return sortedNanos.length;
    }

    /** The duration in milliseconds that this share of all does not exceed, by nearest rank; NaN where there are none. */
    double percentile(double share) {
        if (sortedNanos.length == 0) return Double.NaN;
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return sortedNanos[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }

    double p50() {
        return percentile(0.50);
    }

    double p90() {
        return percentile(0.90);
    }

    double p99() {
        return percentile(0.99);
    }
}
