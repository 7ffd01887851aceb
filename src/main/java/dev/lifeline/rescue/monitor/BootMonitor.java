package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Is the rescue kernel up? That the provider's job ended is not enough: the device has to say so itself, where it can be heard. */
final class BootMonitor {

    /** Used for words only; the provider documents no name but RESCUE_BOOT (softlayer.md 3). */
    private static final Pattern RESCUE_STEP_PATTERN = Pattern.compile("rescue|iso|boot");

    private final RescueTimeouts timeouts;

    BootMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, Booting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Booting seen = withObservation(stage, now, deviceObservation.observedAt());
        Optional<Evidence> up = rescueEvidence(seen, now, deviceObservation);
        if (up.isPresent()) return Optional.of(toInRescue(request, stage, up.get(), deviceObservation, now));
        if (!seen.equals(stage)) return Optional.of(advancePhase(request, stage, seen, now));
        return checkStalled(request, stage, deviceObservation.observedAt());
    }

    private Booting withObservation(Booting stage, DeviceStatus now, Instant at) {
        BootPhase bootPhase = max(stage.bootPhase(), observedPhase(stage, now));
        Optional<Instant> finishedAt = isTransactionFinished(stage, now)
                ? stage.transactionEndedAt().or(() -> Optional.of(at))
                : Optional.empty();
        return new Booting(
                stage.transactionId(),
                stage.launchedAt(),
                stage.baseline(),
                bootPhase,
                finishedAt,
                stage.stalledNotified());
    }

    private static BootPhase observedPhase(Booting stage, DeviceStatus now) {
        if (now.powerState() == PowerState.OFF) return BootPhase.POWERED_DOWN;
        boolean wentDown = stage.bootPhase().compareTo(BootPhase.POWERED_DOWN) >= 0;
        Optional<Transaction> step = now.activeTransaction();
        if (step.filter(running -> running.status().equals("RESCUE_BOOT")).isPresent()) return BootPhase.KERNEL_BOOTING;
        if (!wentDown) return BootPhase.TRANSACTION_RUNNING;
        boolean rescueStep = step.filter(BootMonitor::isRescueStep).isPresent();
        return rescueStep ? BootPhase.KERNEL_BOOTING : BootPhase.REBOOTING;
    }

    private static boolean isRescueStep(Transaction step) {
        String words = (step.status() + " " + step.friendlyName()).toLowerCase(Locale.ROOT);
        return RESCUE_STEP_PATTERN.matcher(words).find() && !words.contains("reboot");
    }

    private static boolean isTransactionFinished(Booting stage, DeviceStatus now) {
        if (stage.transactionId().isEmpty())
            return now.isKnown() && now.activeTransaction().isEmpty() && now.powerState() != PowerState.OFF;
        long ours = stage.transactionId().getAsLong();
        boolean begun = now.newestTransactionId() >= ours;
        return begun
                && now.activeTransaction()
                        .filter(running -> running.id() == ours)
                        .isEmpty();
    }

    private Optional<Evidence> rescueEvidence(Booting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        if (now.powerState() == PowerState.OFF) return Optional.empty();
        Optional<String> before = stage.baseline().hostKey();
        Optional<String> key = Baseline.fingerprint(deviceObservation.probeResult());
        if (before.isPresent() && key.isPresent())
            return before.equals(key) ? Optional.empty() : Optional.of(Evidence.HOST_KEY_CHANGED);
        if (stage.transactionEndedAt().isEmpty()) return Optional.empty();
        boolean silent = deviceObservation.probeResult() instanceof ProbeResult.NoAnswer;
        if (!silent && isOpenPortConclusive(stage, now)) return Optional.of(Evidence.PORT_OPEN);
        if (before.isPresent() && !silent) return Optional.empty();
        boolean unseenLongEnough =
                hasElapsed(stage.transactionEndedAt().get(), deviceObservation.observedAt(), timeouts.noAnswerGrace());
        return unseenLongEnough ? Optional.of(Evidence.REPORTED_BY_PROVIDER) : Optional.empty();
    }

    /** A port that answered before the order too, and was not seen to go down since, may still be the installed system's. */
    private static boolean isOpenPortConclusive(Booting stage, DeviceStatus now) {
        DeviceStatus before = stage.baseline().status();
        boolean imageLoaded =
                before.bootImageId().isEmpty() && now.bootImageId().isPresent();
        boolean wentDown = stage.bootPhase().compareTo(BootPhase.POWERED_DOWN) >= 0;
        return imageLoaded || wentDown || !stage.baseline().portOpen();
    }

    private static TransitionResult.Applied toInRescue(
            RescueRequest request,
            Booting stage,
            Evidence evidence,
            DeviceObservation deviceObservation,
            DeviceStatus now) {
        Baseline inRescue = Baseline.of(now, deviceObservation.probeResult());
        Stage next = new InRescue(deviceObservation.observedAt(), evidence, stage.baseline(), inRescue);
        return request.transitionTo(next, new RescueEvent.EnteredRescue(evidence));
    }

    private static TransitionResult.Applied advancePhase(
            RescueRequest request, Booting before, Booting seen, DeviceStatus now) {
        if (before.bootPhase() == seen.bootPhase()) return request.transitionTo(seen);
        String wording = now.activeTransaction().map(Transaction::displayName).orElse("");
        return switch (seen.bootPhase()) {
            case POWERED_DOWN -> request.transitionTo(seen, new RescueEvent.PoweredDown());
            case REBOOTING -> request.transitionTo(seen, new RescueEvent.Rebooting());
            case KERNEL_BOOTING -> request.transitionTo(seen, new RescueEvent.KernelBooting(wording));
            case ACCEPTED, TRANSACTION_RUNNING -> request.transitionTo(seen);
        };
    }

    private Optional<TransitionResult.Applied> checkStalled(RescueRequest request, Booting stage, Instant at) {
        Duration waited = Duration.between(stage.launchedAt(), at);
        if (stage.stalledNotified() || waited.compareTo(timeouts.boot()) < 0) return Optional.empty();
        Booting said = new Booting(
                stage.transactionId(),
                stage.launchedAt(),
                stage.baseline(),
                stage.bootPhase(),
                stage.transactionEndedAt(),
                true);
        return Optional.of(request.transitionTo(said, new RescueEvent.BootStalled(waited, stage.transactionId())));
    }

    private static boolean hasElapsed(Instant since, Instant at, Duration enough) {
        return Duration.between(since, at).compareTo(enough) >= 0;
    }

    private static BootPhase max(BootPhase a, BootPhase b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
