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
        boolean rescueKey = key.isPresent() && key.equals(stage.rescueBaseline().hostKey());
        if (!rescueKey && stage.baseline().isInstalled(key)) return Optional.of(toExited(request, deviceObservation));
        boolean left = !rescueKey && hasLeftRescue(stage, now);
        if (!left && now.isKnown() && isNewlySeen(stage, key)) return Optional.of(learn(request, stage, now, key));
        if (isExitPending(stage)) return Optional.empty();
        if (!left) return reportOtherKey(request, stage, key);
        Stage next = Exiting.outsideBot(deviceObservation.observedAt(), stage.baseline(), stage.rescueBaseline());
        return Optional.of(request.transitionTo(next, new RescueEvent.ExitedOutside()));
    }

    /** Whether something is seen that was not when the stage was entered, of which a later change tells that the device left. */
    private static boolean isNewlySeen(InRescue stage, Optional<String> key) {
        boolean keyUnknown = stage.rescueBaseline().hostKey().isEmpty();
        return !stage.rescueBaseline().status().isKnown() || (key.isPresent() && keyUnknown);
    }

    private static TransitionResult.Applied learn(
            RescueRequest request, InRescue stage, DeviceStatus now, Optional<String> key) {
        Baseline then = stage.rescueBaseline();
        DeviceStatus status = then.status().isKnown() ? then.status() : now;
        if (key.isEmpty() || then.hostKey().isPresent())
            return request.transitionTo(
                    stage.withRescueBaseline(new Baseline(status, then.hostKey(), then.portOpen()), stage.evidence()));
        boolean proof = stage.baseline().isOther(key) && !LaunchedTransaction.isRebuiltSince(stage.baseline(), now);
        Evidence evidence = proof ? Evidence.HOST_KEY_CHANGED : stage.evidence();
        return request.transitionTo(stage.withRescueBaseline(new Baseline(status, key, true), evidence));
    }

    /** Somebody restarted the device, or reinstalled it, and the provider does not show it. What runs there is not known. */
    private static Optional<TransitionResult.Applied> reportOtherKey(
            RescueRequest request, InRescue stage, Optional<String> key) {
        boolean untold = stage.otherHostKey().isEmpty();
        boolean comparable = stage.rescueBaseline().hostKey().isPresent();
        return key.filter(other -> untold
                        && comparable
                        && !key.equals(stage.rescueBaseline().hostKey()))
                .map(other -> request.transitionTo(stage.withOtherHostKey(other), new RescueEvent.OtherHostKeySeen()));
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
        DeviceStatus then = stage.rescueBaseline().status();
        if (!now.isKnown() || !then.isKnown()) return false;
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
