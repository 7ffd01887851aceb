package dev.lifeline.sandbox.softlayer.account;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The provider's commands to a device and the conditions under which it refuses them (src/docs/platform/softlayer.md,
 * section Launching, section Reboot / power / exit, and section Preconditions and limits). Thread-safe.
 */
public final class DeviceCommands {

    private final TransactionScripts transactionScripts;
    private final List<Consumer<Device>> changeListeners = new CopyOnWriteArrayList<>();

    public DeviceCommands(Speed speed) {
        this.transactionScripts = new TransactionScripts(speed);
    }

    /** Adds a listener that is called after every command, on the caller's thread. */
    public void addChangeListener(Consumer<Device> listener) {
        changeListeners.add(listener);
    }

    void notifyListeners(Device device) {
        changeListeners.forEach(listener -> listener.accept(device));
    }

    public Speed speed() {
        return transactionScripts.speed();
    }

    /**
     * {@code executeRescueLayer} and {@code bootToRescueLayer}. Returns when the command is accepted.
     *
     * @param environment LINUX or WINDOWS; used only where no operating system is installed
     */
    public void bootToRescue(Device device, CommandContext commandContext, Optional<String> environment) {
        DeviceSpec deviceSpec = device.spec();
        if (deviceSpec.installedSystem().filter(OperatingSystem::isCoreOs).isPresent())
            throw SoftLayerException.publicError("The rescue environment is not available for CoreOS.");
        if (deviceSpec.isGuest() && deviceSpec.installedSystem().isEmpty())
            throw SoftLayerException.publicError("There is no operating system installed on this server.");
        startTransaction(
                device,
                commandContext,
                deviceState -> deviceSpec.isGuest()
                        ? transactionScripts.guestRescue(commandContext.issuedAt(), commandContext.scriptedOutcome())
                        : transactionScripts.hardwareRescue(commandContext.issuedAt(), rescueSystem(deviceSpec, environment), commandContext.scriptedOutcome()));
    }

    private static AnsweringSystem rescueSystem(DeviceSpec deviceSpec, Optional<String> environment) {
        boolean windows = deviceSpec.installedSystem().isPresent()
                ? deviceSpec.isWindows()
                : environment.orElse("LINUX").equals("WINDOWS");
        return windows ? AnsweringSystem.RESCUE_WINDOWS : AnsweringSystem.RESCUE_LINUX;
    }

    /** {@code mountIsoImage}: the guest boots from the image until it is unmounted. */
    public Transaction mountIsoImage(Device device, CommandContext commandContext, IsoImage image) {
        return startTransaction(device, commandContext, deviceState -> transactionScripts.isoBoot(commandContext.issuedAt(), image, commandContext.scriptedOutcome()));
    }

    /** {@code unmountIsoImage}: the guest boots from its own disk again. */
    public Transaction unmountIsoImage(Device device, CommandContext commandContext) {
        return startTransaction(device, commandContext, deviceState -> transactionScripts.isoUnmount(commandContext.issuedAt(), commandContext.scriptedOutcome()));
    }

    private Transaction startTransaction(Device device, CommandContext commandContext, Function<DeviceState, TimedOperation> start) {
        TimedOperation[] started = new TimedOperation[1];
        device.update(commandContext.issuedAt(), deviceState -> {
            requireNoOutstandingTransaction(deviceState);
            requireNotPaused(deviceState);
            started[0] = start.apply(deviceState);
            return commandContext.scriptedOutcome() == ScriptedOutcome.NEVER_STARTS ? deviceState : deviceState.withOperation(started[0]);
        });
        notifyListeners(device);
        return started[0].acceptedTransaction().orElseThrow();
    }

    /** A reboot, during which the device does not answer; for bare metal also a remote-management command. */
    public void reboot(Device device, CommandContext commandContext, String method) {
        device.update(commandContext.issuedAt(), deviceState -> {
            requireNoOutstandingTransaction(deviceState);
            requireNotPaused(deviceState);
            TimedOperation reboot = transactionScripts.reboot(commandContext.issuedAt(), rebootDowntime(method), deviceState.isoImage());
            DeviceState commanded = withRemoteCommand(device, commandContext, method, deviceState);
            return commandContext.scriptedOutcome() == ScriptedOutcome.NEVER_STARTS ? commanded : commanded.withOperation(reboot);
        });
        notifyListeners(device);
    }

    private static Duration rebootDowntime(String method) {
        return switch (method) {
            case "rebootHard", "powerCycle" -> Duration.ofSeconds(60);
            case "rebootSoft" -> Duration.ofSeconds(150);
            default -> Duration.ofSeconds(100);
        };
    }

    /** {@code powerOn}: boots from the disk, or from the mounted image. */
    public void powerOn(Device device, CommandContext commandContext) {
        device.update(commandContext.issuedAt(), deviceState -> {
            requireNoOutstandingTransaction(deviceState);
            DeviceState commanded = withRemoteCommand(device, commandContext, "powerOn", deviceState);
            if (deviceState.appearanceAt(commandContext.issuedAt()).power() != Power.HALTED) return commanded;
            return commanded.withOperation(transactionScripts.reboot(commandContext.issuedAt(), Duration.ofSeconds(60), deviceState.isoImage()));
        });
        notifyListeners(device);
    }

    /** {@code powerOff} and {@code powerOffSoft}. */
    public void powerOff(Device device, CommandContext commandContext) {
        changeAppearance(device, commandContext, Appearance.HALTED, "powerOff");
    }

    /** {@code pause}: guests only. */
    public void pause(Device device, CommandContext commandContext) {
        changeAppearance(device, commandContext, Appearance.PAUSED, "pause");
    }

    /** {@code resume}: guests only. */
    public void resume(Device device, CommandContext commandContext) {
        device.update(commandContext.issuedAt(), deviceState -> {
            if (deviceState.appearanceAt(commandContext.issuedAt()).power() != Power.PAUSED)
                throw SoftLayerException.publicError("The virtual guest is not paused.");
            return deviceState.withAppearance(Appearance.NORMAL);
        });
        notifyListeners(device);
    }

    private void changeAppearance(Device device, CommandContext commandContext, Appearance appearance, String command) {
        device.update(commandContext.issuedAt(), deviceState -> {
            requireNoOutstandingTransaction(deviceState);
            return withRemoteCommand(device, commandContext, command, deviceState).withAppearance(appearance);
        });
        notifyListeners(device);
    }

    /** Bare metal accepts one reboot command in twenty minutes, and no other command in that time. */
    private DeviceState withRemoteCommand(Device device, CommandContext commandContext, String method, DeviceState deviceState) {
        if (device.spec().isGuest()) return deviceState;
        if (commandContext.issuedAt().isBefore(deviceState.commandsAllowedAt()))
            throw SoftLayerException.publicError("A remote management command was issued for this server less than 20 minutes ago."
                    + " Please wait before issuing another one.");
        boolean startsLockout = method.startsWith("reboot") || method.equals("powerCycle");
        return deviceState.withCommand(
                new RemoteCommand(commandKeyName(method), commandContext.issuedAt(), commandContext.userId()),
                startsLockout ? transactionScripts.commandsAllowedAt(commandContext.issuedAt()) : deviceState.commandsAllowedAt());
    }

    private static String commandKeyName(String method) {
        return switch (method) {
            case "rebootSoft", "rebootDefault" -> "POWER_RESET";
            case "rebootHard", "powerCycle" -> "POWER_CYCLE";
            case "powerOn" -> "POWER_ON";
            default -> "POWER_OFF";
        };
    }

    private static void requireNoOutstandingTransaction(DeviceState deviceState) {
        if (deviceState.hasOutstandingTransaction())
            throw SoftLayerException.publicError("There is currently an outstanding transaction for this server.");
    }

    private static void requireNotPaused(DeviceState deviceState) {
        if (deviceState.idleAppearance().power() == Power.PAUSED)
            throw SoftLayerException.publicError("The virtual guest is paused. Resume it first.");
    }

    /** Starts a transaction that never ends, such as a scheduled cancellation. */
    public void startEndlessTransaction(Device device, CommandContext commandContext) {
        device.update(commandContext.issuedAt(), deviceState -> deviceState.withOperation(transactionScripts.stuckReclaim(commandContext.issuedAt())));
        notifyListeners(device);
    }

    TransactionScripts transactionScripts() {
        return transactionScripts;
    }
}
