package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How long does what take, and in which steps? Durations are the provider's, shortened by the stand-in's speed. */
final class TransactionScripts {

    /** Between the call and the transaction that comes of it (softlayer.md 3, "Wait for pickup"). */
    private static final Duration PICKUP_DELAY = Duration.ofSeconds(6);

    private static final Duration REBOOT_DELAY = Duration.ofSeconds(3);

    /** softlayer.md 2.2. */
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

    /** About four minutes. */
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

    /** About ten minutes; it stays in RESCUE_BOOT for a while after the kernel answers. */
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

    /** A reboot leaves no transaction; the guest's power state never leaves RUNNING. */
    TimedOperation reboot(Instant now, Duration down, Optional<IsoImage> iso) {
        Appearance after = iso.map(TransactionScripts::appearanceBootedFrom).orElse(Appearance.NORMAL);
        return operation(
                Optional.empty(),
                new Acceptance(now, REBOOT_DELAY),
                List.of(new TransactionStep(TransactionStatus.POWER_ON, down, Appearance.STARTING)),
                new TimedOperation.EndState(after, iso),
                ScriptedOutcome.COMPLETES);
    }

    /** What holds a device for ever (softlayer.md, trap 11). */
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
        List<TransactionStep> quicker = transactionSteps.stream().map(transactionStep -> transactionStep.scaledBy(speed)).toList();
        return new TimedOperation(nextTransactionId.getAndIncrement(), transactionGroup, acceptance.acceptedAt(), startsAt, quicker, endState, scriptedOutcome);
    }
}
