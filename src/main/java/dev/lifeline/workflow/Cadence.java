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
 * @param again after the provider was busy or could not be asked
 * @param window how long bare metal takes no power command after the last one (softlayer.md 2.2)
 */
public record Cadence(Duration changing, Duration steady, Duration idle, Duration again, Duration window) {

    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);

    /** With the provider's own window. */
    public Cadence(Duration changing, Duration steady, Duration idle, Duration again) {
        this(changing, steady, idle, again, TWENTY_MINUTES);
    }

    public static final Cadence USUAL =
            new Cadence(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(20));

    Duration after(List<RescueRequest> watched) {
        if (watched.isEmpty()) return idle;
        boolean allSteady = watched.stream().allMatch(request -> request.stage() instanceof InRescue);
        return allSteady ? steady : changing;
    }
}
