package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.InstalledSystem;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides from an observation whether the device is back in its installed system. Its old host key proves it; a host key that is not the
 * rescue kernel's does, together with the provider's word; where nothing can be seen, the provider's word counts after its time.
 */
final class ExitMonitor {

    private final RescueTimeouts timeouts;

    ExitMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, Exiting before, DeviceStatus now, DeviceObservation deviceObservation) {
        Exiting stage = withObservation(before, now, deviceObservation);
        Optional<Evidence> evidence = exitEvidence(request, stage, now, deviceObservation.probeResult());
        if (evidence.isPresent()) return Optional.of(toExited(request, evidence.get(), deviceObservation));
        return checkNotObserved(request, stage, now, deviceObservation)
                .or(() -> checkOverdue(request, stage, now, deviceObservation.probeResult()))
                .or(() -> stage.equals(before) ? Optional.empty() : Optional.of(request.transitionTo(stage)));
    }

    /** A new host key is the installed system's from now on. */
    private static TransitionResult.Applied toExited(
            RescueRequest request, Evidence evidence, DeviceObservation deviceObservation) {
        Optional<InstalledSystem> learned = Baseline.fingerprint(deviceObservation.probeResult())
                .filter(key -> evidence == Evidence.NEW_HOST_KEY)
                .map(key -> new InstalledSystem(Optional.of(key), true));
        return request.transitionTo(
                new Closed(
                        CloseReason.EXITED,
                        "by " + evidence,
                        deviceObservation.observedAt(),
                        learned,
                        Optional.empty()),
                new RescueEvent.Exited(evidence));
    }

    /**
     * An effect that is observed while the response is unknown counts as the response. The rescue kernel's own key shows that a probe was
     * lost, where the provider reports no effect.
     */
    private static Exiting withObservation(Exiting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        ProbeResult probeResult = deviceObservation.probeResult();
        boolean started = ExitSignals.hasStarted(stage, now);
        Exiting known = started ? stage.withResponse(deviceObservation.observedAt()) : stage;
        if (started || ExitSignals.stoppedAnswering(stage, probeResult)) return known.withWentDown(true);
        return ExitSignals.isRescueKey(stage, probeResult) ? known.withWentDown(false) : known;
    }

    private Optional<Evidence> exitEvidence(
            RescueRequest request, Exiting stage, DeviceStatus now, ProbeResult probeResult) {
        Optional<String> key = Baseline.fingerprint(probeResult);
        if (stage.baseline().isInstalled(key)) return Optional.of(Evidence.HOST_KEY_CHANGED);
        if (ExitSignals.isRescueKey(stage, probeResult) || !providerReportsExit(stage, now)) return Optional.empty();
        if (key.isPresent() && stage.rescueBaseline().hostKey().isPresent()) return Optional.of(Evidence.NEW_HOST_KEY);
        boolean comparable = key.isPresent() && stage.baseline().hostKey().isPresent();
        if (comparable || !hasSettledFor(request, stage, timeouts.noAnswerGrace())) return Optional.empty();
        if (!(probeResult instanceof ProbeResult.NoAnswer))
            return stage.wentDown() ? Optional.of(Evidence.PORT_OPEN) : Optional.empty();
        return isSilenceExplained(request, stage) ? Optional.of(Evidence.REPORTED_BY_PROVIDER) : Optional.empty();
    }

    /**
     * A device that never answered cannot be expected to; one that did has its whole time, and then may keep its port shut. A single lost
     * probe is no silence.
     */
    private boolean isSilenceExplained(RescueRequest request, Exiting stage) {
        boolean neverAnswered =
                !stage.baseline().portOpen() && !stage.rescueBaseline().portOpen();
        boolean longSilent = request.watch().silent().compareTo(timeouts.noAnswerGrace()) >= 0;
        boolean answeredInRescueOnly = !stage.baseline().portOpen() && longSilent;
        return neverAnswered || answeredInRescueOnly || (longSilent && hasSettledFor(request, stage, timeouts.exit()));
    }

    /**
     * Counted from the response, since a command may wait for a permit before it is sent. Without a response nothing shows that the command
     * was sent, and a device in rescue is on and idle too.
     */
    private static boolean hasSettledFor(RescueRequest request, Exiting stage, Duration minimum) {
        return stage.respondedAt().isPresent()
                && request.watch()
                        .settling()
                        .filter(settling -> settling.compareTo(minimum) >= 0)
                        .isPresent();
    }

    private static boolean providerReportsExit(Exiting stage, DeviceStatus now) {
        return isOnAndIdle(now) && !ExitSignals.isImageStillLoaded(stage, now);
    }

    private static boolean isOnAndIdle(DeviceStatus now) {
        return now.isKnown() && now.activeTransaction().isEmpty() && now.powerState() != PowerState.OFF;
    }

    /** The process may have died before sending: nothing is sent again, and the exit has to be requested again. */
    private Optional<TransitionResult.Applied> checkNotObserved(
            RescueRequest request, Exiting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Instant at = deviceObservation.observedAt();
        Duration elapsed = request.watch().observed();
        boolean settled = stage.respondedAt().isPresent() || stage.overdueNotified();
        if (settled || elapsed.compareTo(timeouts.firstSign()) < 0) return Optional.empty();
        return Optional.of(ExitSignals.evidenceOfNoEffect(stage, now, deviceObservation.probeResult())
                .map(evidence -> request.transitionTo(
                        toInRescue(stage, evidence, at), new RescueEvent.ExitNotObserved(elapsed, true)))
                .orElseGet(() -> request.transitionTo(
                        stage.withOverdueNotified()
                                .withPowerCycleOffered(mayHelp(stage, now, deviceObservation.probeResult())),
                        new RescueEvent.ExitNotObserved(elapsed, false))));
    }

    private static InRescue toInRescue(Exiting stage, Evidence evidence, Instant at) {
        return new InRescue(at, evidence, stage.baseline(), stage.rescueBaseline());
    }

    /**
     * Whether a power cycle may help: the rescue kernel answers still, or the provider does not report the device on and idle. It pulls the
     * plug of a healthy device else. What kept its host key over a restart may be the installed system, where the key of that is not known:
     * the launch then did not take.
     */
    private static boolean mayHelp(Exiting stage, DeviceStatus now, ProbeResult probeResult) {
        boolean answeredAllAlong =
                stage.rescueBaseline().portOpen() && !stage.wentDown() && probeResult instanceof ProbeResult.PortOpen;
        boolean keyKnown =
                stage.baseline().hostKey().isPresent() && !stage.baseline().replaced();
        boolean rescueAnswers =
                ExitSignals.isRescueKey(stage, probeResult) && (keyKnown || !ExitSignals.hasStarted(stage, now));
        return rescueAnswers
                || answeredAllAlong
                || (now.isKnown() && (!isOnAndIdle(now) || ExitSignals.isImageStillLoaded(stage, now)));
    }

    private Optional<TransitionResult.Applied> checkOverdue(
            RescueRequest request, Exiting stage, DeviceStatus now, ProbeResult probeResult) {
        boolean offered = mayHelp(stage, now, probeResult);
        if (stage.overdueNotified())
            return now.isKnown() && offered != stage.powerCycleOffered()
                    ? Optional.of(request.transitionTo(stage.withPowerCycleOffered(offered)))
                    : Optional.empty();
        if (!hasSettledFor(request, stage, timeouts.exit(request))) return Optional.empty();
        return Optional.of(request.transitionTo(
                stage.withOverdueNotified().withPowerCycleOffered(offered),
                new RescueEvent.ExitOverdue(request.watch().observed(), offered)));
    }
}
