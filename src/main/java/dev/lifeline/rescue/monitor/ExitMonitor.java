package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides from an observation whether the device is back in its installed system: its old host key proves it; without one,
 * the provider's status after a grace period.
 */
final class ExitMonitor {

    private final RescueTimeouts timeouts;

    ExitMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, Exiting before, DeviceStatus now, DeviceObservation deviceObservation) {
        Exiting stage = withObservation(before, now, deviceObservation);
        Optional<Evidence> evidence = exitEvidence(before, stage, now, deviceObservation);
        if (evidence.isPresent())
            return Optional.of(request.close(
                    CloseReason.EXITED,
                    "by " + evidence.get(),
                    deviceObservation.observedAt(),
                    new RescueEvent.Exited(evidence.get())));
        return checkNotObserved(request, stage, now, deviceObservation)
                .or(() -> checkOverdue(request, stage, deviceObservation.observedAt()))
                .or(() -> stage.equals(before) ? Optional.empty() : Optional.of(request.transitionTo(stage)));
    }

    /** An effect that is observed while the response is unknown counts as the response. */
    private static Exiting withObservation(Exiting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        boolean started = ExitSignals.hasStarted(stage, now);
        Exiting known = started ? stage.withResponse(deviceObservation.observedAt()) : stage;
        return started || ExitSignals.stoppedAnswering(stage, deviceObservation.probeResult())
                ? known.withWentDown()
                : known;
    }

    /** A port that answers without the old host key proves something only where the device was observed to go down in between. */
    private Optional<Evidence> exitEvidence(
            Exiting before, Exiting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        ProbeResult probeResult = deviceObservation.probeResult();
        Optional<String> key = Baseline.fingerprint(probeResult);
        boolean comparable = key.isPresent() && stage.baseline().hostKey().isPresent();
        if (comparable)
            return key.equals(stage.baseline().hostKey()) ? Optional.of(Evidence.HOST_KEY_CHANGED) : Optional.empty();
        if (key.isPresent() && key.equals(stage.rescueBaseline().hostKey())) return Optional.empty();
        if (!providerReportsExit(stage, now) || !isGracePeriodOver(stage, deviceObservation.observedAt()))
            return Optional.empty();
        boolean noAnswer = probeResult instanceof ProbeResult.NoAnswer;
        if (!noAnswer) return stage.wentDown() ? Optional.of(Evidence.PORT_OPEN) : Optional.empty();
        boolean possiblyLostProbe = stage.rescueBaseline().portOpen() && !before.wentDown();
        return stage.baseline().portOpen() || possiblyLostProbe
                ? Optional.empty()
                : Optional.of(Evidence.REPORTED_BY_PROVIDER);
    }

    /**
     * Counted from the response, since a command may wait for a permit before it is sent. Without a response the time of
     * sending is unknown, so the longer time-out applies.
     */
    private boolean isGracePeriodOver(Exiting stage, Instant at) {
        return stage.respondedAt()
                .map(responded -> hasElapsed(responded, at, timeouts.noAnswerGrace()))
                .orElseGet(() -> hasElapsed(stage.sentAt(), at, timeouts.exit()));
    }

    private static boolean providerReportsExit(Exiting stage, DeviceStatus now) {
        return now.isKnown()
                && now.activeTransaction().isEmpty()
                && now.powerState() != PowerState.OFF
                && !ExitSignals.isImageStillLoaded(stage, now);
    }

    /** The process may have died before sending: nothing is sent again, and the exit has to be requested again. */
    private Optional<TransitionResult.Applied> checkNotObserved(
            RescueRequest request, Exiting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Instant at = deviceObservation.observedAt();
        boolean settled = stage.respondedAt().isPresent() || stage.overdueNotified();
        if (settled || !hasElapsed(stage.sentAt(), at, timeouts.firstSign())) return Optional.empty();
        Duration elapsed = Duration.between(stage.sentAt(), at);
        return Optional.of(ExitSignals.evidenceOfNoEffect(stage, now, deviceObservation.probeResult())
                .map(evidence -> request.transitionTo(
                        toInRescue(stage, evidence, at), new RescueEvent.ExitNotObserved(elapsed, true)))
                .orElseGet(() -> request.transitionTo(
                        stage.withOverdueNotified(), new RescueEvent.ExitNotObserved(elapsed, false))));
    }

    private static InRescue toInRescue(Exiting stage, Evidence evidence, Instant at) {
        return new InRescue(at, evidence, stage.baseline(), stage.rescueBaseline());
    }

    private Optional<TransitionResult.Applied> checkOverdue(RescueRequest request, Exiting stage, Instant at) {
        Instant since = stage.respondedAt().orElse(stage.sentAt());
        if (stage.overdueNotified() || !hasElapsed(since, at, timeouts.exit())) return Optional.empty();
        return Optional.of(request.transitionTo(
                stage.withOverdueNotified(), new RescueEvent.ExitOverdue(Duration.between(stage.sentAt(), at))));
    }

    private static boolean hasElapsed(Instant since, Instant at, Duration minimum) {
        return Duration.between(since, at).compareTo(minimum) >= 0;
    }
}
