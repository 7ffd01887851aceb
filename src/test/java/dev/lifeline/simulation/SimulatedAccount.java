package dev.lifeline.simulation;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The devices of the account as they truly are, and what they do by themselves once they are told. */
final class SimulatedAccount {

    private static final Duration PICKUP_DELAY = Duration.ofSeconds(6);
    private static final Duration REBOOT_TIME = Duration.ofSeconds(90);

    private final SimulatedWorld world;
    private final Map<DeviceId, SimulatedDevice> devices = new LinkedHashMap<>();
    private final Duration clockOffset;
    private long nextTransaction = 1_000;

    /** @param clockOffset how far the provider's clock is from the true time */
    SimulatedAccount(SimulatedWorld world, Duration clockOffset) {
        this.world = world;
        this.clockOffset = clockOffset;
    }

    void add(DeviceId id, String hostname, boolean production, SimulatedDevice.Visibility visibility) {
        Transaction first = newTransaction("SERVICE_SETUP", "Provision");
        devices.put(id, new SimulatedDevice(id, hostname, production, visibility, first));
    }

    List<SimulatedDevice> devices() {
        return List.copyOf(devices.values());
    }

    Optional<SimulatedDevice> find(DeviceId id) {
        return Optional.ofNullable(devices.get(id));
    }

    Duration clockOffset() {
        return clockOffset;
    }

    private Instant providerTime() {
        return world.time().now().plus(clockOffset);
    }

    private Transaction newTransaction(String status, String group) {
        return new Transaction(
                nextTransaction++, status, status, group, providerTime(), Optional.of(Duration.ofMinutes(5)));
    }

    /** Boots a device into the rescue system. */
    void launch(SimulatedDevice device, RequestId orderedBy) {
        int operation = device.beginOperation();
        device.startTransaction(newTransaction("POWER_OFF", "Rescue Boot"));
        boolean takes = !world.seed().fault("launch-does-not-take", 0.06);
        after(PICKUP_DELAY.plusSeconds(14), device, operation, device::powerOff);
        after(Duration.ofSeconds(60), device, operation, () -> {
            device.boot();
            device.startTransaction(withStatus(device, "RESCUE_BOOT"));
        });
        after(Duration.ofSeconds(150), device, operation, () -> {
            if (takes) device.enterRescue(Optional.of(orderedBy), world.time().now());
            else device.startInstalled(world.time().now());
            world.trace(device.hostname(), takes ? "is in rescue" : "runs its system again");
        });
        after(Duration.ofSeconds(175), device, operation, device::endTransaction);
    }

    private Transaction withStatus(SimulatedDevice device, String status) {
        Transaction running = device.status(clockOffset).activeTransaction().orElseThrow();
        return new Transaction(
                running.id(), status, status, running.groupName(), running.createdAt(), running.averageDuration());
    }

    /** Restarts a device into its installed system; has no transaction. */
    void reboot(SimulatedDevice device) {
        int operation = device.beginOperation();
        device.endTransaction();
        device.powerCommand(world.time().now());
        device.boot();
        after(REBOOT_TIME, device, operation, () -> {
            device.startInstalled(world.time().now());
            world.trace(device.hostname(), "runs its system");
        });
    }

    /** Cuts the power of a device, until somebody switches it on by hand. */
    void powerOff(SimulatedDevice device, Duration length) {
        if (device.isBusy()) return;
        int operation = device.beginOperation();
        device.powerCommand(world.time().now());
        device.powerOff();
        world.trace(device.hostname(), "is off");
        after(length, device, operation, () -> powerOn(device));
    }

    /** Has a device that is off start its installed system; has no transaction, and no effect on one that is on. */
    void powerOn(SimulatedDevice device) {
        if (!device.isOff()) return;
        int operation = device.beginOperation();
        device.powerCommand(world.time().now());
        device.boot();
        after(REBOOT_TIME, device, operation, () -> {
            device.startInstalled(world.time().now());
            world.trace(device.hostname(), "is on and runs its system");
        });
    }

    /** Installs the system of a device anew. */
    void reload(SimulatedDevice device) {
        int operation = device.beginOperation();
        device.startTransaction(newTransaction("RELOAD", "OS Reload"));
        device.noteReload();
        device.powerOff();
        after(Duration.ofMinutes(12), device, operation, () -> {
            device.reinstall();
            device.startInstalled(world.time().now());
            device.endTransaction();
            world.trace(device.hostname(), "runs its new system");
        });
    }

    /** A transaction of somebody else that does not disturb the machine. */
    void backUp(SimulatedDevice device, Duration length) {
        if (device.isBusy()) return;
        Transaction backup = newTransaction("CLOUD_BACKUP", "Cloud Backup");
        device.startTransaction(backup);
        world.trace(device.hostname(), "backup for " + length);
        world.time().schedule(length, () -> {
            boolean running = device.status(clockOffset)
                    .activeTransaction()
                    .filter(active -> active.id() == backup.id())
                    .isPresent();
            if (running) device.endTransaction();
        });
    }

    private void after(Duration delay, SimulatedDevice device, int operation, Runnable action) {
        world.time().schedule(delay, () -> {
            if (device.isCurrent(operation)) action.run();
        });
    }
}
