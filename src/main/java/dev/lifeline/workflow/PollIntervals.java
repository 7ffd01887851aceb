package dev.lifeline.workflow;

import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pauses of the workflow. All are positive; only the lockout may be zero.
 *
 * @param changing between polls while a device is about to change
 * @param steady between polls while every polled device is in rescue and stays there
 * @param idle between polls while nothing is polled; a request that begins to be polled cuts it short
 * @param retry after the provider was busy or unavailable
 * @param powerCommandLockout how long bare metal refuses power commands after the last one (src/docs/platform/softlayer.md, section
 *     Reboot / power / exit)
 */
public record PollIntervals(
        Duration changing, Duration steady, Duration idle, Duration retry, Duration powerCommandLockout) {

    private static final Duration DEFAULT_POWER_COMMAND_LOCKOUT = Duration.ofMinutes(20);

    public PollIntervals {
        boolean positive = Stream.of(changing, steady, idle, retry)
                .noneMatch(interval -> interval.isZero() || interval.isNegative());
        if (!positive || powerCommandLockout.isNegative())
            throw new IllegalArgumentException("poll intervals are positive, the lockout is not negative");
    }

    /** With the lockout that the provider applies, 20 minutes. */
    public PollIntervals(Duration changing, Duration steady, Duration idle, Duration retry) {
        this(changing, steady, idle, retry, DEFAULT_POWER_COMMAND_LOCKOUT);
    }

    public static final PollIntervals DEFAULT = new PollIntervals(
            Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(20));

    /** The same with a shorter lockout, for a provider whose clock runs {@code speed} times as fast. */
    public PollIntervals scaledForSandbox(double speed) {
        Duration lockout = Duration.ofMillis(Math.round(powerCommandLockout.toMillis() / speed));
        return new PollIntervals(changing, steady, idle, retry, lockout);
    }

    Duration nextInterval(List<RescueRequest> polled) {
        if (polled.isEmpty()) return idle;
        boolean allSteady = polled.stream().allMatch(request -> request.stage() instanceof InRescue);
        return allSteady ? steady : changing;
    }

    /**
     * Whether a launch may be tried that waits until an instant. One further ahead than any retry was written before the clock was put
     * back.
     */
    boolean isLaunchDue(Instant notBefore, Instant now) {
        return isDue(notBefore, now, retry);
    }

    /** Whether an exit may be tried that waits until an instant; as for a launch, with the lockout as the longest wait. */
    boolean isExitDue(Instant notBefore, Instant now) {
        return isDue(notBefore, now, retry.compareTo(powerCommandLockout) > 0 ? retry : powerCommandLockout);
    }

    private static boolean isDue(Instant notBefore, Instant now, Duration longestWait) {
        return !notBefore.isAfter(now) || notBefore.isAfter(now.plus(longestWait));
    }

    Instant retryAt(Instant now) {
        return now.plus(retry);
    }
}
