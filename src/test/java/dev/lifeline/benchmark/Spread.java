package dev.lifeline.benchmark;

import java.util.List;
import java.util.Locale;

/** The same figure over the rounds of a run. Immutable. */
record Spread(List<Double> sorted) {

    Spread {
        sorted = sorted.stream().sorted().toList();
    }

    boolean isEmpty() {
        return sorted.isEmpty();
    }

    double min() {
        return sorted.get(0);
    }

    /** The lower one of the two in the middle where their number is even. */
    double median() {
        return sorted.get((sorted.size() - 1) / 2);
    }

    double max() {
        return sorted.get(sorted.size() - 1);
    }

    /** The median, and the smallest and the largest where there are several. */
    @Override
    public String toString() {
        if (isEmpty()) return "*not measured yet*";
        return sorted.size() == 1
                ? format(median())
                : format(median()) + " (" + format(min()) + " – " + format(max()) + ")";
    }

    private static String format(double value) {
        if (Double.isNaN(value)) return "–";
        int digits = Math.abs(value) >= 100 || value == Math.rint(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
