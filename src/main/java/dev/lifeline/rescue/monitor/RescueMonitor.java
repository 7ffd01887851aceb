package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.TransitionResult;
import java.util.Optional;

/**
 * Decides what an observation of a device means for its request, by stage. Pure: it reads no clock and does no I/O.
 * Thread-safe.
 */
public final class RescueMonitor {

    private final LaunchMonitor launchMonitor;
    private final BootMonitor bootMonitor;
    private final InRescueMonitor inRescueMonitor = new InRescueMonitor();
    private final ExitMonitor exitMonitor;
    private final MissingMonitor missingMonitor;

    public RescueMonitor(RescueTimeouts rescueTimeouts) {
        this.launchMonitor = new LaunchMonitor(rescueTimeouts);
        this.bootMonitor = new BootMonitor(rescueTimeouts);
        this.exitMonitor = new ExitMonitor(rescueTimeouts);
        this.missingMonitor = new MissingMonitor(rescueTimeouts);
    }

    /**
     * Returns the transition that the observation causes; empty when nothing changed, or the stage is not polled.
     *
     * @param request with the watch of its stage up to this observation
     */
    public Optional<TransitionResult.Applied> apply(RescueRequest request, DeviceObservation deviceObservation) {
        if (!request.stage().isPolled()) return Optional.empty();
        if (deviceObservation.status().isEmpty())
            return apply(request, deviceObservation, DeviceStatus.UNKNOWN)
                    .or(() -> missingMonitor.apply(request, deviceObservation.observedAt()));
        boolean visible = deviceObservation.status().get().isKnown();
        if (visible && request.watch().missingNotified()) return Optional.of(missingMonitor.toVisibleAgain(request));
        return apply(request, deviceObservation, deviceObservation.status().get());
    }

    private Optional<TransitionResult.Applied> apply(
            RescueRequest request, DeviceObservation deviceObservation, DeviceStatus now) {
        Stage stage = request.stage();
        if (stage instanceof Launching launching)
            return launchMonitor.apply(request, launching, now, deviceObservation);
        if (stage instanceof Booting booting) return bootMonitor.apply(request, booting, now, deviceObservation);
        if (stage instanceof InRescue in) return inRescueMonitor.apply(request, in, now, deviceObservation);
        return exitMonitor.apply(request, (Exiting) stage, now, deviceObservation);
    }
}
