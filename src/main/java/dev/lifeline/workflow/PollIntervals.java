package dev.lifeline.workflow;

import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pauses of the workflow. All are positive; only the lockout may be zero.
 *
 * @param changing between two polls of a device that is about to change
 * @param steady between two polls of a device that is in rescue and stays there
 * @param idle between polls while nothing is polled; a request that begins to be polled cuts it short
 * @param retry after the provider was busy or unavailable
 * @param powerCommandLockout how long bare metal refuses power commands after the last one (src/docs/platform/softlayer.md, section
 *     Reboot / power / exit)
 */
public record PollIntervals(
        Duration changing, Duration steady, Duration idle, Duration retry, Duration powerCommandLockout) {

    /**
     * Between two polls of a device, however long nothing changed. Half of what a watch adds up at most
     * ({@link dev.lifeline.rescue.Watch#MAX_INTERVAL}), so that no watched time is lost.
     */
    static final Duration SLOWEST = Duration.ofSeconds(30);

    /** A device that has not changed for a minute is polled after another second, and so on. */
    private static final int SLOWDOWN = 60;

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

    /**
     * Between two polls of a device: a sixtieth of the time in which nothing changed, but no less than the pause of its stage and no more
     * than 30 seconds. So one that stalls is polled every second for a minute, every ten after ten minutes, and every 30 after half an hour.
     */
    Duration between(Stage stage, Duration unchanged) {
        Duration shortest = stage instanceof InRescue ? steady : changing;
        return max(shortest, min(unchanged.dividedBy(SLOWDOWN), SLOWEST));
    }

    /**
     * The pause between two rounds.
     *
     * @param untilDue until the next device is due; empty while none is polled
     */
    Duration pause(Optional<Duration> untilDue) {
        return untilDue.map(time -> min(max(time, changing), max(idle, changing)))
                .orElse(idle);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
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
        return isDue(notBefore, now, max(retry, powerCommandLockout));
    }

    private static boolean isDue(Instant notBefore, Instant now, Duration longestWait) {
        return !notBefore.isAfter(now) || notBefore.isAfter(now.plus(longestWait));
    }

    Instant retryAt(Instant now) {
        return now.plus(retry);
    }
}
