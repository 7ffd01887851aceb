package dev.lifeline.rescue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A launch command of which nobody had recorded what became of it when its request was closed: whether it was sent, and what was answered,
 * may have been known only to a process that died since. Its device is looked at again after growing pauses, for 32 hours in all; where the
 * command took effect after all, the request is opened again (promise P10).
 *
 * @param baseline the device before the command
 * @param looks how often the device was looked at since the request was closed
 * @param lookAt when it is looked at next
 */
public record LateLaunch(RescueSystem system, Baseline baseline, int looks, Instant lookAt) {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(16));

    private static final Duration LONGEST_PAUSE = PAUSES.get(PAUSES.size() - 1);

    /**
     * Of a request that was closed in this stage; empty where no launch command is claimed, its effect was observed, or a person closed the
     * request knowing that the command was accepted.
     */
    static Optional<LateLaunch> of(Stage last, Stage.Closed closed) {
        if (!(last instanceof Stage.Launching launching)) return Optional.empty();
        if (launching.accepted() && closed.closeReason() == CloseReason.BY_HAND) return Optional.empty();
        Instant lookAt = closed.closedAt().plus(PAUSES.get(0));
        return Optional.of(new LateLaunch(launching.system(), launching.baseline(), 0, lookAt));
    }

    /** Whether the device is to be looked at; also where the clock was put back so far that this would take longer than ever. */
    public boolean isDue(Instant now) {
        return !lookAt.isAfter(now) || lookAt.isAfter(now.plus(LONGEST_PAUSE));
    }

    /** The same after one more look that showed nothing; empty after the last one. */
    Optional<LateLaunch> afterLook(Instant now) {
        int next = looks + 1;
        return next < PAUSES.size()
                ? Optional.of(new LateLaunch(system, baseline, next, now.plus(PAUSES.get(next))))
                : Optional.empty();
    }

    /** The stage in which the device is watched again. */
    Stage.Launching reopened(Instant now) {
        return new Stage.Launching(system, now, baseline, false, false);
    }
}
