package dev.lifeline.workflow;

import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Duration;
import java.util.List;

/**
 * How long until something is tried or looked at again?
 *
 * @param changing while something is about to change
 * @param steady while every device is in rescue and stays there
 * @param idle while nothing is watched; whoever begins something wakes the watch earlier
 * @param retry after the provider was busy or could not be asked
 * @param powerCommandLockout how long bare metal takes no power command after the last one (softlayer.md 2.2)
 */
public record PollIntervals(
        Duration changing, Duration steady, Duration idle, Duration retry, Duration powerCommandLockout) {

    private static final Duration DEFAULT_POWER_COMMAND_LOCKOUT = Duration.ofMinutes(20);

    /** With the provider's own window. */
    public PollIntervals(Duration changing, Duration steady, Duration idle, Duration retry) {
        this(changing, steady, idle, retry, DEFAULT_POWER_COMMAND_LOCKOUT);
    }

    public static final PollIntervals DEFAULT = new PollIntervals(
            Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(20));

    Duration nextInterval(List<RescueRequest> watched) {
        if (watched.isEmpty()) return idle;
        boolean allSteady = watched.stream().allMatch(request -> request.stage() instanceof InRescue);
        return allSteady ? steady : changing;
    }
}
