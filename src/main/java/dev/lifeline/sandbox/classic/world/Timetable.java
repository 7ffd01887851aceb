package dev.lifeline.sandbox.classic.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How long does what take, and in which steps? Durations are the provider's, shortened by the stand-in's speed. */
final class Timetable {

    /** Between the call and the transaction that comes of it (softlayer.md 3, "Wait for pickup"). */
    private static final Duration PICKUP = Duration.ofSeconds(6);

    private static final Duration REBOOT_DELAY = Duration.ofSeconds(3);

    /** softlayer.md 2.2. */
    private static final Duration COMMANDS_REFUSED = Duration.ofMinutes(20);

    private static final long FIRST_TRANSACTION = 88_000_001;

    private final Speed speed;
    private final AtomicLong transactions = new AtomicLong(FIRST_TRANSACTION);

    Timetable(Speed speed) {
        this.speed = speed;
    }

    Speed speed() {
        return speed;
    }

    Instant commandsAgain(Instant now) {
        return now.plus(speed.of(COMMANDS_REFUSED));
    }

    /** About four minutes. */
    Work guestRescue(Instant now, Fate fate) {
        Look rescue = Look.on(Serving.RESCUE_LINUX);
        return transaction(
                Group.GUEST_RESCUE,
                now,
                List.of(
                        Step.of(Status.POWER_OFF, 20, Look.OFF),
                        Step.of(Status.ATTACH_RESCUE, 40, Look.OFF),
                        Step.of(Status.RESCUE_BOOT, 150, Look.STARTING),
                        Step.of(Status.RESCUE_BOOT, 25, rescue)),
                new Work.Outcome(rescue, Optional.empty()),
                fate);
    }

    /** About ten minutes; it stays in RESCUE_BOOT for a while after the kernel answers. */
    Work hardwareRescue(Instant now, Serving serving, Fate fate) {
        Look rescue = Look.on(serving);
        return transaction(
                Group.HARDWARE_RESCUE,
                now,
                List.of(
                        Step.of(Status.POWER_OFF, 40, Look.OFF),
                        Step.of(Status.NETWORK, 90, Look.OFF),
                        Step.of(Status.RESCUE_BOOT, 400, Look.STARTING),
                        Step.of(Status.RESCUE_BOOT, 60, rescue)),
                new Work.Outcome(rescue, Optional.empty()),
                fate);
    }

    Work isoBoot(Instant now, IsoImage image, Fate fate) {
        Look booted = bootedFrom(image);
        return transaction(
                Group.ISO_BOOT,
                now,
                List.of(
                        Step.of(Status.POWER_OFF, 20, Look.OFF),
                        Step.of(Status.ATTACH_ISO, 40, Look.OFF),
                        Step.of(Status.BOOT_ISO, 150, Look.STARTING),
                        Step.of(Status.BOOT_ISO, 25, booted)),
                new Work.Outcome(booted, Optional.of(image)),
                fate);
    }

    Work isoUnmount(Instant now, Fate fate) {
        return transaction(
                Group.ISO_UNMOUNT,
                now,
                List.of(
                        Step.of(Status.POWER_OFF, 20, Look.OFF),
                        Step.of(Status.DETACH_ISO, 30, Look.OFF),
                        Step.of(Status.BOOT, 60, Look.STARTING)),
                new Work.Outcome(Look.NORMAL, Optional.empty()),
                fate);
    }

    /** A reboot leaves no transaction; the guest's power state never leaves RUNNING. */
    Work reboot(Instant now, Duration down, Optional<IsoImage> iso) {
        Look after = iso.map(Timetable::bootedFrom).orElse(Look.NORMAL);
        return work(
                Optional.empty(),
                new Start(now, REBOOT_DELAY),
                List.of(new Step(Status.BOOT, down, Look.STARTING)),
                new Work.Outcome(after, iso),
                Fate.ENDS);
    }

    /** What holds a device for ever (softlayer.md, trap 11). */
    Work endless(Instant now) {
        return transaction(
                Group.RECLAIM,
                now,
                List.of(Step.of(Status.RECLAIM_WAIT, 1, Look.NORMAL)),
                new Work.Outcome(Look.NORMAL, Optional.empty()),
                Fate.STICKS);
    }

    private static Look bootedFrom(IsoImage image) {
        return Look.on(image.isWindows() ? Serving.RESCUE_WINDOWS : Serving.RESCUE_LINUX);
    }

    private record Start(Instant acceptedAt, Duration delay) {}

    private Work transaction(Group group, Instant now, List<Step> steps, Work.Outcome outcome, Fate fate) {
        return work(Optional.of(group), new Start(now, PICKUP), steps, outcome, fate);
    }

    private Work work(Optional<Group> group, Start start, List<Step> steps, Work.Outcome outcome, Fate fate) {
        Instant startsAt = start.acceptedAt().plus(speed.of(start.delay()));
        List<Step> quicker = steps.stream().map(step -> step.faster(speed)).toList();
        return new Work(transactions.getAndIncrement(), group, start.acceptedAt(), startsAt, quicker, outcome, fate);
    }
}
