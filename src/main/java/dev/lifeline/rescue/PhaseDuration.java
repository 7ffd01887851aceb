package dev.lifeline.rescue;

import java.time.Duration;

/** How long a phase of one rescue took, for the estimate of later ones. */
public record PhaseDuration(Phase phase, DeviceClass deviceClass, Duration took) {

    /** A longer one says when somebody looked, not how long the device took. */
    static final Duration MAX = Duration.ofHours(6);

    public PhaseDuration {
        if (!isPlausible(took)) throw new IllegalArgumentException("no duration of a phase: " + took);
    }

    /**
     * Whether a phase can have taken that long, a millisecond at least: a clock that was put back or forward in between makes nonsense of a
     * difference.
     */
    public static boolean isPlausible(Duration took) {
        return took.toMillis() > 0 && took.compareTo(MAX) <= 0;
    }
}
