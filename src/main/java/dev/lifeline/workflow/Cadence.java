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
 */
public record Cadence(Duration changing, Duration steady, Duration idle, Duration again) {

    public static final Cadence USUAL =
            new Cadence(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(20));

    Duration after(List<RescueRequest> watched) {
        if (watched.isEmpty()) return idle;
        boolean allSteady = watched.stream().allMatch(request -> request.stage() instanceof InRescue);
        return allSteady ? steady : changing;
    }
}
