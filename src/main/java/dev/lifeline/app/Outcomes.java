package dev.lifeline.app;

import java.util.Locale;

/** Names results for metrics. */
final class Outcomes {

    private Outcomes() {}

    /** The case of a sealed result, as {@code not_sent} for {@code NotSent}. */
    static String of(Object result) {
        return result.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
