package dev.lifeline.workflow;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.LateLaunch;
import dev.lifeline.rescue.Reopening;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.monitor.DeviceObservation;
import dev.lifeline.rescue.monitor.LateLaunchMonitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at the device of a closed request whose launch command nobody recorded the outcome of, and opens the request again where the command
 * took effect after all (promise P10). Blocks for one provider call and one probe.
 */
final class LateLaunchStep {

    /** Of one device; the newest tell whether another command was sent since. */
    private static final int LATER_REQUESTS = 50;

    private final RescueRequests requests;
    private final WorkflowRecorder recorder;
    private final DeviceProbe probe;
    private final Function<DeviceId, Optional<DeviceStatus>> statuses;

    /** @param statuses what the provider tells of a device; empty where it does not */
    LateLaunchStep(
            RescueRequests requests,
            WorkflowRecorder recorder,
            DeviceProbe probe,
            Function<DeviceId, Optional<DeviceStatus>> statuses) {
        this.requests = requests;
        this.recorder = recorder;
        this.probe = probe;
        this.statuses = statuses;
    }

    void execute(RescueRequest request, LateLaunch lateLaunch, Instant now) {
        if (isOvertaken(request)) recorder.saveUntold(Reopening.withoutLooking(request));
        else if (LateLaunchMonitor.hasBegun(lateLaunch, observe(request, now)))
            Reopening.lateLaunch(request, now)
                    .ifPresent(reopened -> recorder.record(Reopening.transitions(
                            request,
                            reopened,
                            requests.findOpen(request.device().id()),
                            now)));
        else recorder.saveUntold(Reopening.afterLook(request, now));
    }

    private DeviceObservation observe(RescueRequest request, Instant now) {
        return new DeviceObservation(statuses.apply(request.device().id()), probe.probe(request.device()), now);
    }

    /** A later request that sent its own command tells what is on the device since. */
    private boolean isOvertaken(RescueRequest request) {
        List<RescueRequest> recent =
                requests.findRecent(Optional.of(request.device().id()), LATER_REQUESTS);
        Instant requestedAt = request.plan().requestedAt();
        return recent.stream()
                .filter(other -> !other.id().equals(request.id()))
                .filter(other -> !other.plan().requestedAt().isBefore(requestedAt))
                .anyMatch(other -> maySentCommand(other.stage()));
    }

    private static boolean maySentCommand(Stage stage) {
        return stage.isPolled()
                || (stage instanceof Stage.Closed closed
                        && closed.installedSystem().isPresent());
    }
}
