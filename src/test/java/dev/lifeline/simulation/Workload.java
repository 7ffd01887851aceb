package dev.lifeline.simulation;

import java.time.Duration;

/**
 * How much happens in a simulation. In a small account people do rarely anything, and click old buttons as often as new ones; in a large one
 * many rescues are under way at once, so that a process which dies or stands still leaves all of them.
 *
 * @param deviceGroups how many times the devices of a small account there are; what happens to single devices is as much more frequent
 * @param longestThought how long a person thinks at most until the next deed
 * @param purposeful whether people mostly click what leads on and is still shown
 * @param faultTime for how long there are faults
 * @param lastRequestBefore how long before their end nobody begins anything new
 */
record Workload(
        int deviceGroups, Duration longestThought, boolean purposeful, Duration faultTime, Duration lastRequestBefore) {

    static final Workload SMALL =
            new Workload(1, Duration.ofSeconds(180), false, Duration.ofMinutes(60), Duration.ZERO);

    static final Workload LARGE =
            new Workload(8, Duration.ofSeconds(24), true, Duration.ofMinutes(120), Duration.ofMinutes(12));

    /** From this seed on the account is large. */
    static final long FIRST_LARGE_SEED = 1_000;

    static Workload of(long seed) {
        return seed < FIRST_LARGE_SEED ? SMALL : LARGE;
    }
}
