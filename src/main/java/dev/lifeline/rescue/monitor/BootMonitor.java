package dev.lifeline.rescue.monitor;

import com.google.re2j.Pattern;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.CloseReason;
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

/**
 * Decides from an observation whether the rescue kernel is up. The end of the provider's transaction is not enough: the
 * device has to prove it where the bot can probe it.
 */
final class BootMonitor {

    /**
     * For messages only; the provider documents no step name but {@code RESCUE_BOOT} (src/docs/platform/softlayer.md,
     * section Progress and state detection).
     */
    private static final Pattern RESCUE_STEP_PATTERN = Pattern.compile("rescue|iso|boot");

    private final RescueTimeouts timeouts;

    BootMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, Booting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Booting seen = now.isKnown() ? withObservation(stage, now, deviceObservation.observedAt()) : stage;
        Optional<Evidence> evidence = rescueEvidence(request, seen, now, deviceObservation);
        if (evidence.isPresent())
            return Optional.of(toInRescue(request, stage, evidence.get(), deviceObservation, now));
        if (!seen.equals(stage)) return Optional.of(advancePhase(request, stage, seen, now));
        return checkNotTaken(request, stage, now, deviceObservation)
                .or(() -> reportUnprovedKey(request, stage, now, deviceObservation))
                .or(() -> checkStalled(request, stage));
    }

    /**
     * While the provider tells nothing, a reinstalled system would show another host key too: that of the rescue kernel is then likely and
     * not proved (src/docs/decisions/0075-a-host-key-proves-the-rescue-only-with-the-provider-s-word.md).
     */
    private static Optional<TransitionResult.Applied> reportUnprovedKey(
            RescueRequest request, Booting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        boolean told = request.watch().unprovedHostKey().isPresent();
        if (now.isKnown() || told || stage.baseline().replaced()) return Optional.empty();
        return Baseline.fingerprint(deviceObservation.probeResult())
                .filter(key -> stage.baseline().isOther(Optional.of(key)))
                .map(key -> request.withWatch(request.watch().withUnprovedHostKey(key))
                        .transitionTo(stage, new RescueEvent.ProbablyInRescue()));
    }

    /**
     * The installed system answers after the transaction is over: the launch did not take. A launch without a transaction has until its
     * time-out, since the provider begins with a delay.
     */
    private Optional<TransitionResult.Applied> checkNotTaken(
            RescueRequest request, Booting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Optional<String> key = Baseline.fingerprint(deviceObservation.probeResult());
        boolean installed = stage.baseline().isInstalled(key);
        boolean idle = now.isKnown() && now.activeTransaction().isEmpty() && now.powerState() != PowerState.OFF;
        if (!installed || !idle || !isTimeForRescueOver(request, stage)) return Optional.empty();
        return Optional.of(request.close(
                CloseReason.FAILED,
                "the installed system answers after the launch",
                deviceObservation.observedAt(),
                new RescueEvent.LaunchDidNotTake(Evidence.HOST_KEY_CHANGED)));
    }

    private boolean isTimeForRescueOver(RescueRequest request, Booting stage) {
        boolean settled = hasSettledFor(request, timeouts.firstSign());
        boolean late = request.watch().observed().compareTo(timeouts.launch()) >= 0;
        return settled && (stage.transactionId().isPresent() || late);
    }

    private static boolean hasSettledFor(RescueRequest request, Duration minimum) {
        return request.watch()
                .settling()
                .filter(settling -> settling.compareTo(minimum) >= 0)
                .isPresent();
    }

    private Booting withObservation(Booting stage, DeviceStatus now, Instant at) {
        BootPhase bootPhase = max(stage.bootPhase(), observedPhase(stage, now));
        Optional<Instant> finishedAt = isTransactionFinished(stage, now)
                ? stage.transactionEndedAt().or(() -> Optional.of(at))
                : Optional.empty();
        return new Booting(
                stage.transactionId(),
                stage.launchedAt(),
                LaunchedTransaction.remember(stage.baseline(), now),
                bootPhase,
                finishedAt,
                stage.stalledNotified());
    }

    private static BootPhase observedPhase(Booting stage, DeviceStatus now) {
        if (now.powerState() == PowerState.OFF) return BootPhase.POWERED_DOWN;
        boolean wentDown = stage.bootPhase().compareTo(BootPhase.POWERED_DOWN) >= 0;
        Optional<Transaction> transaction = now.activeTransaction();
        if (transaction
                .filter(running -> running.status().equals("RESCUE_BOOT"))
                .isPresent()) return BootPhase.KERNEL_BOOTING;
        if (!wentDown) return BootPhase.TRANSACTION_RUNNING;
        boolean rescueStep = transaction.filter(BootMonitor::isRescueStep).isPresent();
        return rescueStep ? BootPhase.KERNEL_BOOTING : BootPhase.REBOOTING;
    }

    private static boolean isRescueStep(Transaction transaction) {
        String text = (transaction.status() + " " + transaction.friendlyName()).toLowerCase(Locale.ROOT);
        return RESCUE_STEP_PATTERN.matcher(text).find() && !text.contains("reboot");
    }

    /** Whether the transaction of the launch is over, by a status that is known. */
    private static boolean isTransactionFinished(Booting stage, DeviceStatus now) {
        if (stage.transactionId().isEmpty())
            return now.activeTransaction().isEmpty() && now.powerState() != PowerState.OFF;
        long launched = stage.transactionId().getAsLong();
        boolean started = now.newestTransactionId() >= launched;
        return started
                && now.activeTransaction()
                        .filter(running -> running.id() == launched)
                        .isEmpty();
    }

    private Optional<Evidence> rescueEvidence(
            RescueRequest request, Booting stage, DeviceStatus now, DeviceObservation deviceObservation) {
        boolean rebuilt = LaunchedTransaction.isRebuiltSince(stage.baseline(), now);
        if (rebuilt || !now.isKnown() || now.powerState() == PowerState.OFF) return Optional.empty();
        Optional<String> before = stage.baseline().hostKey();
        Optional<String> key = Baseline.fingerprint(deviceObservation.probeResult());
        if (stage.baseline().isInstalled(key)) return Optional.empty();
        if (before.isPresent() && key.isPresent()) return Optional.of(Evidence.HOST_KEY_CHANGED);
        if (stage.transactionEndedAt().isEmpty()) return Optional.empty();
        boolean noAnswer = deviceObservation.probeResult() instanceof ProbeResult.NoAnswer;
        if (!noAnswer && isOpenPortConclusive(stage, now)) return Optional.of(Evidence.PORT_OPEN);
        if (before.isPresent() && !noAnswer) return Optional.empty();
        return hasSettledFor(request, timeouts.noAnswerGrace())
                ? Optional.of(Evidence.REPORTED_BY_PROVIDER)
                : Optional.empty();
    }

    /**
     * A port that answered before the command too, and was not observed to go down since, may still be the installed
     * system's.
     */
    private static boolean isOpenPortConclusive(Booting stage, DeviceStatus now) {
        DeviceStatus before = stage.baseline().status();
        boolean imageLoaded = before.isKnown()
                && before.bootImageId().isEmpty()
                && now.bootImageId().isPresent();
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
        String stepName = now.activeTransaction().map(Transaction::displayName).orElse("");
        return switch (seen.bootPhase()) {
            case POWERED_DOWN -> request.transitionTo(seen, new RescueEvent.PoweredDown());
            case REBOOTING -> request.transitionTo(seen, new RescueEvent.Rebooting());
            case KERNEL_BOOTING -> request.transitionTo(seen, new RescueEvent.KernelBooting(stepName));
            case ACCEPTED, TRANSACTION_RUNNING -> request.transitionTo(seen);
        };
    }

    private Optional<TransitionResult.Applied> checkStalled(RescueRequest request, Booting stage) {
        Duration elapsed = request.watch().observed();
        if (stage.stalledNotified() || elapsed.compareTo(timeouts.boot(request)) < 0) return Optional.empty();
        Booting reported = new Booting(
                stage.transactionId(),
                stage.launchedAt(),
                stage.baseline(),
                stage.bootPhase(),
                stage.transactionEndedAt(),
                true);
        return Optional.of(request.transitionTo(reported, new RescueEvent.BootStalled(elapsed, stage.transactionId())));
    }

    private static BootPhase max(BootPhase a, BootPhase b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
