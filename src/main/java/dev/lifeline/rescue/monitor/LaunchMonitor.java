package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Did the order to launch begin anything? There is a gap between the two, so seeing nothing at first means nothing. */
final class LaunchMonitor {

    /** How far the provider's clock may be behind ours. */
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(2);

    private final RescueTimeouts timeouts;

    LaunchMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, Launching stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Optional<Transaction> ours = findOwnTransaction(stage, now);
        if (ours.isPresent()) return Optional.of(toTransactionStarted(request, stage, ours.get(), now));
        if (showsOtherActivity(stage, now, deviceObservation.probeResult()))
            return Optional.of(request.transitionTo(toBooting(stage, OptionalLong.empty())));
        return checkOverdue(request, stage, deviceObservation.observedAt());
    }

    private static Optional<Transaction> findOwnTransaction(Launching stage, DeviceStatus now) {
        Instant earliest = stage.sentAt().minus(MAX_CLOCK_SKEW);
        return Stream.concat(now.activeTransaction().stream(), now.lastTransaction().stream())
                .filter(transaction -> transaction.id() > stage.baseline().newestTransactionId())
                .filter(transaction -> !transaction.createdAt().isBefore(earliest))
                .findFirst();
    }

    /** Seen only after it was over, as after a restart, a transaction has no step under way that could be told. */
    private static TransitionResult.Applied toTransactionStarted(
            RescueRequest request, Launching stage, Transaction transaction, DeviceStatus now) {
        boolean runs = now.activeTransaction().filter(transaction::equals).isPresent();
        return request.transitionTo(
                toBooting(stage, OptionalLong.of(transaction.id())),
                runs
                        ? new RescueEvent.TransactionStarted(transaction.displayName(), transaction.averageDuration())
                        : new RescueEvent.TransactionStarted("", Optional.empty()));
    }

    private static Booting toBooting(Launching stage, OptionalLong transaction) {
        return new Booting(
                transaction, stage.sentAt(), stage.baseline(), BootPhase.TRANSACTION_RUNNING, Optional.empty(), false);
    }

    private static boolean showsOtherActivity(Launching stage, DeviceStatus now, ProbeResult probeResult) {
        DeviceStatus before = stage.baseline().status();
        boolean poweredDown = before.powerState() == PowerState.ON && now.powerState() == PowerState.OFF;
        boolean imageLoaded =
                before.bootImageId().isEmpty() && now.bootImageId().isPresent();
        boolean fellSilent =
                stage.accepted() && stage.baseline().portOpen() && probeResult instanceof ProbeResult.NoAnswer;
        return poweredDown || imageLoaded || fellSilent;
    }

    private Optional<TransitionResult.Applied> checkOverdue(RescueRequest request, Launching stage, Instant at) {
        Duration waited = Duration.between(stage.sentAt(), at);
        if (waited.compareTo(timeouts.launch()) >= 0)
            return Optional.of(request.close(
                    CloseReason.FAILED,
                    "nothing began within " + waited,
                    at,
                    new RescueEvent.GaveUp(waited, stage.accepted())));
        if (stage.overdueNotified() || waited.compareTo(timeouts.firstSign()) < 0) return Optional.empty();
        return Optional.of(request.transitionTo(
                new Launching(stage.system(), stage.sentAt(), stage.baseline(), stage.accepted(), true),
                new RescueEvent.NoProgress(waited, stage.accepted())));
    }
}
