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

/**
 * Decides from an observation whether the launch command had an effect. The provider starts a transaction with a delay, so
 * that at first the absence of one means nothing (src/docs/platform/softlayer.md, section Progress and state detection).
 */
final class LaunchMonitor {

    /** How far the provider's clock may be behind the bot's. */
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(2);

    private final RescueTimeouts timeouts;

    LaunchMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(
            RescueRequest request, Launching stage, DeviceStatus now, DeviceObservation deviceObservation) {
        Optional<Transaction> transaction = findOwnTransaction(stage, now);
        if (transaction.isPresent()) return Optional.of(toTransactionStarted(request, stage, transaction.get(), now));
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

    private static boolean showsOtherActivity(Launching stage, DeviceStatus now, ProbeResult probeResult) {
        DeviceStatus before = stage.baseline().status();
        boolean poweredDown = before.powerState() == PowerState.ON && now.powerState() == PowerState.OFF;
        boolean imageLoaded =
                before.bootImageId().isEmpty() && now.bootImageId().isPresent();
        boolean stoppedAnswering =
                stage.accepted() && stage.baseline().portOpen() && probeResult instanceof ProbeResult.NoAnswer;
        return poweredDown || imageLoaded || stoppedAnswering;
    }

    private Optional<TransitionResult.Applied> checkOverdue(RescueRequest request, Launching stage, Instant at) {
        Duration elapsed = Duration.between(stage.sentAt(), at);
        if (elapsed.compareTo(timeouts.launch()) >= 0)
            return Optional.of(request.close(
                    CloseReason.FAILED,
                    "nothing began within " + elapsed,
                    at,
                    new RescueEvent.GaveUp(elapsed, stage.accepted())));
        if (stage.overdueNotified() || elapsed.compareTo(timeouts.firstSign()) < 0) return Optional.empty();
        return Optional.of(request.transitionTo(
                new Launching(stage.system(), stage.sentAt(), stage.baseline(), stage.accepted(), true),
                new RescueEvent.NoProgress(elapsed, stage.accepted())));
    }
}
