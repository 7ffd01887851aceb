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

/** Is the device back in its installed system? Its old host key proves it; without that, the provider's word after a while. */
final class ExitMonitor {

    private final RescueTimeouts timeouts;

    ExitMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, Exiting before, DeviceStatus now, DeviceObservation deviceObservation) {
        Exiting stage = withObservation(before, now, deviceObservation);
        Optional<Evidence> back = exitEvidence(before, stage, now, deviceObservation);
        if (back.isPresent())
            return Optional.of(request.close(
                    CloseReason.EXITED,
                    "by " + back.get(),
                    deviceObservation.observedAt(),
                    new RescueEvent.Exited(back.get())));
        return checkNotObserved(request, stage, now, deviceObservation)
                .or(() -> checkOverdue(request, stage, deviceObservation.observedAt()))
                .or(() -> stage.equals(before) ? Optional.empty() : Optional.of(request.transitionTo(stage)));
    }

    /** What begins after an order whose answer never came is taken for what came of it. */
    private static Exiting withObservation(Exiting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        boolean begun = ExitSignals.hasStarted(stage, now);
        Exiting known = begun ? stage.withResponse(deviceObservation.observedAt()) : stage;
        return begun || ExitSignals.stoppedAnswering(stage, deviceObservation.probeResult())
                ? known.withWentDown()
                : known;
    }

    /** A port that answers without the old key proves something only where the device was seen to go down in between. */
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
        boolean silent = probeResult instanceof ProbeResult.NoAnswer;
        if (!silent) return stage.wentDown() ? Optional.of(Evidence.PORT_OPEN) : Optional.empty();
        boolean onceMissed = stage.rescueBaseline().portOpen() && !before.wentDown();
        return stage.baseline().portOpen() || onceMissed
                ? Optional.empty()
                : Optional.of(Evidence.REPORTED_BY_PROVIDER);
    }

    /** Counted from the answer: an order may wait for its turn before it leaves. Without an answer nothing is known of when it left. */
    private boolean isGracePeriodOver(Exiting stage, Instant at) {
        return stage.respondedAt()
                .map(answered -> hasElapsed(answered, at, timeouts.noAnswerGrace()))
                .orElseGet(() -> hasElapsed(stage.sentAt(), at, timeouts.exit()));
    }

    private static boolean providerReportsExit(Exiting stage, DeviceStatus now) {
        return now.isKnown()
                && now.activeTransaction().isEmpty()
                && now.powerState() != PowerState.OFF
                && !ExitSignals.isImageStillLoaded(stage, now);
    }

    /** Who ordered may have died before sending: nothing is sent again, but whoever wants it back is asked to say so again. */
    private Optional<TransitionResult.Applied> checkNotObserved(
            RescueRequest request, Exiting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Instant at = deviceObservation.observedAt();
        boolean waiting = stage.respondedAt().isPresent() || stage.overdueNotified();
        if (waiting || !hasElapsed(stage.sentAt(), at, timeouts.firstSign())) return Optional.empty();
        Duration waited = Duration.between(stage.sentAt(), at);
        return Optional.of(ExitSignals.evidenceOfNoEffect(stage, now, deviceObservation.probeResult())
                .map(proof -> request.transitionTo(
                        toInRescue(stage, proof, at), new RescueEvent.ExitNotObserved(waited, true)))
                .orElseGet(() -> request.transitionTo(
                        stage.withOverdueNotified(), new RescueEvent.ExitNotObserved(waited, false))));
    }

    private static InRescue toInRescue(Exiting stage, Evidence proof, Instant at) {
        return new InRescue(at, proof, stage.baseline(), stage.rescueBaseline());
    }

    private Optional<TransitionResult.Applied> checkOverdue(RescueRequest request, Exiting stage, Instant at) {
        Instant since = stage.respondedAt().orElse(stage.sentAt());
        if (stage.overdueNotified() || !hasElapsed(since, at, timeouts.exit())) return Optional.empty();
        return Optional.of(request.transitionTo(
                stage.withOverdueNotified(), new RescueEvent.ExitOverdue(Duration.between(stage.sentAt(), at))));
    }

    private static boolean hasElapsed(Instant since, Instant at, Duration enough) {
        return Duration.between(since, at).compareTo(enough) >= 0;
    }
}
