package dev.lifeline.rescue.monitor;

import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.util.List;

/**
 * Time-outs of the monitors, each more than zero.
 *
 * @param firstSign from a command to the first effect that has to be observed (2 to 3 minutes:
 *     src/docs/platform/softlayer.md, section Progress and state detection); longer than a response can take, so that a
 *     caller that still waits for one is not overtaken
 * @param launch from the launch command to closing the request where no effect was observed
 * @param boot from the launch command until the boot is reported as stalled, where the device's own estimate says nothing else
 * @param noAnswerGrace from the end of the provider's transaction until a device that does not answer is believed to be
 *     where the provider says
 * @param exit from the response to an exit command until the exit is reported as overdue, likewise
 * @param gone how long the provider must not show a device, poll after poll, until its request is closed; long, since the provider also
 *     hides devices for a time, and from a bot that lost its access, while they are in rescue
 */
public record RescueTimeouts(
        Duration firstSign, Duration launch, Duration boot, Duration noAnswerGrace, Duration exit, Duration gone) {

    private static final Duration DEFAULT_GONE = Duration.ofHours(24);

    /** With 24 hours until a device that is not shown counts as gone. */
    public RescueTimeouts(Duration firstSign, Duration launch, Duration boot, Duration noAnswerGrace, Duration exit) {
        this(firstSign, launch, boot, noAnswerGrace, exit, DEFAULT_GONE);
    }

    public static final RescueTimeouts DEFAULT = new RescueTimeouts(
            Duration.ofMinutes(3),
            Duration.ofMinutes(15),
            Duration.ofMinutes(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(15));

    public RescueTimeouts {
        for (Duration timeout : List.of(firstSign, launch, boot, noAnswerGrace, exit, gone))
            if (timeout.isNegative() || timeout.isZero())
                throw new IllegalArgumentException("a time-out is more than zero: " + timeout);
    }

    /** From the launch command until the boot of this device is reported as stalled. */
    public Duration boot(RescueRequest request) {
        return stallsAfter(request, boot);
    }

    /** From the response to an exit command until the exit of this device is reported as overdue. */
    public Duration exit(RescueRequest request) {
        return stallsAfter(request, exit);
    }

    private static Duration stallsAfter(RescueRequest request, Duration timeout) {
        return request.estimate().map(estimate -> estimate.stallsAfter(timeout)).orElse(timeout);
    }

    /**
     * Shortens what depends on the simulated provider alone, not on people and networks.
     *
     * @param speed how much faster than real time the provider runs, more than zero
     */
    public RescueTimeouts scaledForSandbox(double speed) {
        Duration scaledGrace =
                Duration.ofMillis(Math.max(1, Math.round(noAnswerGrace.toMillis() * 2 / Math.max(2, speed))));
        return new RescueTimeouts(firstSign, launch, boot, scaledGrace, exit, gone);
    }
}
