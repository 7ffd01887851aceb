package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionResult;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides from an observation whether the device left the rescue kernel outside the bot. A missing answer alone proves
 * nothing.
 */
final class InRescueMonitor {

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, InRescue stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Optional<String> key = Baseline.fingerprint(deviceObservation.probeResult());
        if (key.isPresent() && key.equals(stage.rescueBaseline().hostKey())) return Optional.empty();
        if (key.isPresent() && key.equals(stage.baseline().hostKey()))
            return Optional.of(toExited(request, deviceObservation));
        if (key.isPresent() && stage.rescueBaseline().hostKey().isEmpty())
            return Optional.of(withRescueHostKey(request, stage, key.get()));
        if (isExitPending(stage) || !hasLeftRescue(stage, now)) return Optional.empty();
        Stage next = Exiting.outsideBot(deviceObservation.observedAt(), stage.baseline(), stage.rescueBaseline());
        return Optional.of(request.transitionTo(next, new RescueEvent.ExitedOutside()));
    }

    /** The rescue kernel did not answer when the stage was entered, and does now: its key tells later whether the device left it. */
    private static TransitionResult.Applied withRescueHostKey(RescueRequest request, InRescue stage, String key) {
        boolean changed = stage.baseline().hostKey().isPresent();
        return request.transitionTo(
                stage.withRescueHostKey(key, changed ? Evidence.HOST_KEY_CHANGED : stage.evidence()));
    }

    /** An exit command is about to be sent: what is observed now is its effect, or that of an earlier one that did too little. */
    private static boolean isExitPending(InRescue stage) {
        return stage.pendingExit()
                .filter(pendingExit -> pendingExit.powerCycle() || !pendingExit.postponedNotified())
                .isPresent();
    }

    private static TransitionResult.Applied toExited(RescueRequest request, DeviceObservation deviceObservation) {
        Stage next = new Stage.Closed(CloseReason.EXITED, "rebooted outside the bot", deviceObservation.observedAt());
        return request.transitionTo(
                next, new RescueEvent.ExitedOutside(), new RescueEvent.Exited(Evidence.HOST_KEY_CHANGED));
    }

    private static boolean hasLeftRescue(InRescue stage, DeviceStatus now) {
        if (!now.isKnown()) return false;
        DeviceStatus then = stage.rescueBaseline().status();
        boolean newTransaction = ExitSignals.hasNewRestart(then, now);
        boolean poweredDown = then.powerState() == PowerState.ON && now.powerState() == PowerState.OFF;
        boolean imageGone = then.bootImageId().isPresent() && now.bootImageId().isEmpty();
        return newTransaction
                || poweredDown
                || imageGone
                || isNewer(now.lastPowerCommandAt(), then.lastPowerCommandAt());
    }

    private static boolean isNewer(Optional<Instant> now, Optional<Instant> then) {
        return now.isPresent() && (then.isEmpty() || now.get().isAfter(then.get()));
    }
}
