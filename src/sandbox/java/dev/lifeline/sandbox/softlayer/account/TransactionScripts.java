package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The steps of each operation and their durations, which are the provider's divided by the speed. Thread-safe. */
final class TransactionScripts {

    /**
     * The time between the call and the appearance of its transaction (src/docs/platform/softlayer.md, section Progress and
     * state detection).
     */
    private static final Duration PICKUP_DELAY = Duration.ofSeconds(6);

    private static final Duration REBOOT_DELAY = Duration.ofSeconds(3);

    /** The time between remote-management reboots (src/docs/platform/softlayer.md, section Reboot / power / exit). */
    private static final Duration COMMAND_LOCKOUT = Duration.ofMinutes(20);

    private static final long FIRST_TRANSACTION_ID = 88_000_001;

    private final Speed speed;
    private final AtomicLong nextTransactionId = new AtomicLong(FIRST_TRANSACTION_ID);

    TransactionScripts(Speed speed) {
        this.speed = speed;
    }

    Speed speed() {
        return speed;
    }

    Instant commandsAllowedAt(Instant now) {
        return now.plus(speed.scale(COMMAND_LOCKOUT));
    }

    /** Takes about four minutes. */
    TimedOperation guestRescue(Instant now, ScriptedOutcome scriptedOutcome) {
        Appearance rescue = Appearance.running(AnsweringSystem.RESCUE_LINUX);
        return transaction(
                TransactionGroup.GUEST_RESCUE,
                now,
                List.of(
                        TransactionStep.ofSeconds(TransactionStatus.POWER_OFF, 20, Appearance.HALTED),
                        TransactionStep.ofSeconds(TransactionStatus.ATTACH_RESCUE, 40, Appearance.HALTED),
                        TransactionStep.ofSeconds(TransactionStatus.RESCUE_BOOT, 150, Appearance.STARTING),
                        TransactionStep.ofSeconds(TransactionStatus.RESCUE_BOOT, 25, rescue)),
                new TimedOperation.EndState(rescue, Optional.empty()),
                scriptedOutcome);
    }

    /** Takes about ten minutes; RESCUE_BOOT continues for a minute after the kernel answers. */
    TimedOperation hardwareRescue(Instant now, AnsweringSystem answeringSystem, ScriptedOutcome scriptedOutcome) {
        Appearance rescue = Appearance.running(answeringSystem);
        return transaction(
                TransactionGroup.HARDWARE_RESCUE,
                now,
                List.of(
                        TransactionStep.ofSeconds(TransactionStatus.POWER_OFF, 40, Appearance.HALTED),
                        TransactionStep.ofSeconds(TransactionStatus.CONFIGURE_NETWORK, 90, Appearance.HALTED),
                        TransactionStep.ofSeconds(TransactionStatus.RESCUE_BOOT, 400, Appearance.STARTING),
                        TransactionStep.ofSeconds(TransactionStatus.RESCUE_BOOT, 60, rescue)),
                new TimedOperation.EndState(rescue, Optional.empty()),
                scriptedOutcome);
    }

    TimedOperation isoBoot(Instant now, IsoImage image, ScriptedOutcome scriptedOutcome) {
        Appearance booted = appearanceBootedFrom(image);
        return transaction(
                TransactionGroup.ISO_BOOT,
                now,
                List.of(
                        TransactionStep.ofSeconds(TransactionStatus.POWER_OFF, 20, Appearance.HALTED),
                        TransactionStep.ofSeconds(TransactionStatus.ATTACH_ISO, 40, Appearance.HALTED),
                        TransactionStep.ofSeconds(TransactionStatus.BOOT_ISO, 150, Appearance.STARTING),
                        TransactionStep.ofSeconds(TransactionStatus.BOOT_ISO, 25, booted)),
                new TimedOperation.EndState(booted, Optional.of(image)),
                scriptedOutcome);
    }

    TimedOperation isoUnmount(Instant now, ScriptedOutcome scriptedOutcome) {
        return transaction(
                TransactionGroup.ISO_UNMOUNT,
                now,
                List.of(
                        TransactionStep.ofSeconds(TransactionStatus.POWER_OFF, 20, Appearance.HALTED),
                        TransactionStep.ofSeconds(TransactionStatus.DETACH_ISO, 30, Appearance.HALTED),
                        TransactionStep.ofSeconds(TransactionStatus.POWER_ON, 60, Appearance.STARTING)),
                new TimedOperation.EndState(Appearance.NORMAL, Optional.empty()),
                scriptedOutcome);
    }

    /** A reboot has no transaction, and the guest's power state stays RUNNING. */
    TimedOperation reboot(Instant now, Duration downtime, Optional<IsoImage> isoImage) {
        Appearance after = isoImage.map(TransactionScripts::appearanceBootedFrom).orElse(Appearance.NORMAL);
        return operation(
                Optional.empty(),
                new Acceptance(now, REBOOT_DELAY),
                List.of(new TransactionStep(TransactionStatus.POWER_ON, downtime, Appearance.STARTING)),
                new TimedOperation.EndState(after, isoImage),
                ScriptedOutcome.COMPLETES);
    }

    /** A transaction that holds a device for ever (src/docs/platform/softlayer.md, section Known issues). */
    TimedOperation stuckReclaim(Instant now) {
        return transaction(
                TransactionGroup.RECLAIM,
                now,
                List.of(TransactionStep.ofSeconds(TransactionStatus.RECLAIM_WAIT, 1, Appearance.NORMAL)),
                new TimedOperation.EndState(Appearance.NORMAL, Optional.empty()),
                ScriptedOutcome.GETS_STUCK);
    }

    private static Appearance appearanceBootedFrom(IsoImage image) {
        return Appearance.running(image.isWindows() ? AnsweringSystem.RESCUE_WINDOWS : AnsweringSystem.RESCUE_LINUX);
    }

    private record Acceptance(Instant acceptedAt, Duration delay) {}

    private TimedOperation transaction(TransactionGroup transactionGroup, Instant now, List<TransactionStep> transactionSteps, TimedOperation.EndState endState, ScriptedOutcome scriptedOutcome) {
        return operation(Optional.of(transactionGroup), new Acceptance(now, PICKUP_DELAY), transactionSteps, endState, scriptedOutcome);
    }

    private TimedOperation operation(Optional<TransactionGroup> transactionGroup, Acceptance acceptance, List<TransactionStep> transactionSteps, TimedOperation.EndState endState, ScriptedOutcome scriptedOutcome) {
        Instant startsAt = acceptance.acceptedAt().plus(speed.scale(acceptance.delay()));
        List<TransactionStep> scaledSteps = transactionSteps.stream().map(transactionStep -> transactionStep.scaledBy(speed)).toList();
        return new TimedOperation(nextTransactionId.getAndIncrement(), transactionGroup, acceptance.acceptedAt(), startsAt, scaledSteps, endState, scriptedOutcome);
    }
}
