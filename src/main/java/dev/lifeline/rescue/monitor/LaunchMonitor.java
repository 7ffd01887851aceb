package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Withdrawal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides from an observation whether the launch command had an effect. The provider starts a transaction with a delay, so
 * that at first the absence of one means nothing (src/docs/platform/softlayer.md, section Progress and state detection).
 */
final class LaunchMonitor {

    private final RescueTimeouts timeouts;

    LaunchMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, Launching before, DeviceStatus now, DeviceObservation deviceObservation) {
        Launching stage = remembering(before, now);
        Optional<Transaction> transaction = LaunchedTransaction.find(stage.baseline(), now);
        if (transaction.isPresent()) return Optional.of(toTransactionStarted(request, stage, transaction.get(), now));
        ProbeResult probeResult = deviceObservation.probeResult();
        if (showsOtherActivity(request, stage, now, probeResult) || isHidden(request, stage, now, probeResult))
            return Optional.of(request.transitionTo(toBooting(stage, OptionalLong.empty())));
        return checkOverdue(request, stage, now, deviceObservation)
                .or(() -> stage.equals(before) ? Optional.empty() : Optional.of(request.transitionTo(stage)));
    }

    private static Launching remembering(Launching stage, DeviceStatus now) {
        return stage.withBaseline(LaunchedTransaction.remember(stage.baseline(), now));
    }

    /** A transaction that is first observed after its end, as after a restart, has no current step. */
    private static TransitionResult.Applied toTransactionStarted(
            RescueRequest request, Launching stage, Transaction transaction, DeviceStatus now) {
        boolean running = now.activeTransaction().filter(transaction::equals).isPresent();
        return request.transitionTo(
                toBooting(stage, OptionalLong.of(transaction.id())),
                running
                        ? new RescueEvent.TransactionStarted(transaction.displayName(), transaction.averageDuration())
                        : new RescueEvent.TransactionStarted("", Optional.empty()));
    }

    private static Booting toBooting(Launching stage, OptionalLong transaction) {
        return new Booting(
                transaction, stage.sentAt(), stage.baseline(), BootPhase.TRANSACTION_RUNNING, Optional.empty(), false);
    }

    private boolean showsOtherActivity(
            RescueRequest request, Launching stage, DeviceStatus now, ProbeResult probeResult) {
        DeviceStatus before = stage.baseline().status();
        boolean switched = (before.powerState() == PowerState.ON && now.powerState() == PowerState.OFF)
                || (before.powerState() == PowerState.OFF && now.powerState() == PowerState.ON);
        boolean imageLoaded = before.isKnown()
                && before.bootImageId().isEmpty()
                && now.bootImageId().isPresent();
        boolean otherSystem = stage.baseline().isOther(Baseline.fingerprint(probeResult))
                && !LaunchedTransaction.isRebuiltSince(stage.baseline(), now);
        return switched || imageLoaded || otherSystem || (now.isKnown() && fellSilent(request, stage));
    }

    /** A single probe may be lost, so that only lasting silence after an accepted command is a sign. */
    private boolean fellSilent(RescueRequest request, Launching stage) {
        return stage.accepted()
                && stage.baseline().portOpen()
                && request.watch().silent().compareTo(timeouts.noAnswerGrace()) >= 0;
    }

    /**
     * Whether an accepted launch was carried out while nobody looked: the provider runs one transaction at a time, and a later one is over or
     * under way (src/docs/decisions/0095-a-launch-behind-a-later-transaction-was-carried-out.md). Where it was told that nothing began, which was
     * watched, a transaction after that hides nothing; the installed system's host key, and a system that was replaced since, speak against a
     * rescue.
     */
    private boolean isHidden(RescueRequest request, Launching stage, DeviceStatus now, ProbeResult probeResult) {
        return stage.accepted()
                && !stage.overdueNotified()
                && now.isKnown()
                && request.watch().observed().compareTo(timeouts.firstSign()) >= 0
                && LaunchedTransaction.mayHideEffect(stage.baseline(), now)
                && !LaunchedTransaction.isRebuiltSince(stage.baseline(), now)
                && !stage.baseline().isInstalled(Baseline.fingerprint(probeResult));
    }

    private Optional<TransitionResult.Applied> checkOverdue(
            RescueRequest request, Launching stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Duration elapsed = request.watch().observed();
        if (elapsed.compareTo(timeOut(stage)) >= 0
                && isNothingAgainstFailure(request, stage, now, deviceObservation.probeResult()))
            return Optional.of(toClosed(request, stage, deviceObservation.observedAt()));
        if (stage.overdueNotified() || elapsed.compareTo(timeouts.firstSign()) < 0) return Optional.empty();
        boolean hidden = LaunchedTransaction.mayHideEffect(stage.baseline(), now);
        return Optional.of(request.transitionTo(
                stage.withOverdueNotified(), new RescueEvent.NoProgress(elapsed, stage.accepted(), hidden)));
    }

    /** A command that the provider turned away would have shown by the time of the first sign. */
    private Duration timeOut(Launching stage) {
        boolean turnedAway = stage.withdrawal().filter(Withdrawal::turnedAway).isPresent();
        return turnedAway ? timeouts.firstSign() : timeouts.launch();
    }

    private static TransitionResult.Applied toClosed(RescueRequest request, Launching stage, Instant at) {
        Duration elapsed = request.watch().observed();
        return stage.withdrawal()
                .map(why -> request.close(why.closeReason(), why.detail(), at, why.event()))
                .orElseGet(() -> request.close(
                        CloseReason.FAILED,
                        "nothing began within " + elapsed,
                        at,
                        new RescueEvent.GaveUp(elapsed, stage.accepted())));
    }

    /**
     * What the provider does not tell is unknown; a newer transaction, another host key, a device that stopped answering, and one that was
     * silent and answers now, speak against a failure. One that is over does not where the installed system answers.
     */
    private static boolean isNothingAgainstFailure(
            RescueRequest request, Launching stage, DeviceStatus now, ProbeResult probeResult) {
        Optional<String> key = Baseline.fingerprint(probeResult);
        boolean silenced =
                stage.baseline().portOpen() && !request.watch().silent().isZero();
        boolean awoken = !stage.baseline().portOpen()
                && !(probeResult instanceof ProbeResult.NoAnswer)
                && !stage.baseline().isInstalled(key);
        return now.isKnown()
                && !LaunchedTransaction.mayBeEffect(stage.baseline(), now)
                && (stage.baseline().isInstalled(key) || !LaunchedTransaction.mayHideEffect(stage.baseline(), now))
                && !stage.baseline().isOther(key)
                && !silenced
                && !awoken;
    }
}
