package dev.lifeline.sandbox.classic.world;

import dev.lifeline.sandbox.classic.query.ApiError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done to a device through the API, and when it is refused (softlayer.md 2.1, 2.2, 4). */
public final class Controls {

    private final Timetable timetable;
    private final List<Consumer<Device>> listeners = new CopyOnWriteArrayList<>();

    public Controls(Speed speed) {
        this.timetable = new Timetable(speed);
    }

    /** Whom to tell of every device right after something was done to it. */
    public void onChange(Consumer<Device> listener) {
        listeners.add(listener);
    }

    void tell(Device device) {
        listeners.forEach(listener -> listener.accept(device));
    }

    public Speed speed() {
        return timetable.speed();
    }

    /**
     * {@code executeRescueLayer} and {@code bootToRescueLayer}: accepted, nothing more.
     *
     * @param wanted LINUX or WINDOWS; heeded only where no operating system is installed
     */
    public void bootToRescue(Device device, Deed deed, Optional<String> wanted) {
        Spec spec = device.spec();
        if (spec.installed().filter(OperatingSystem::isCoreOs).isPresent())
            throw ApiError.publicly("The rescue environment is not available for CoreOS.");
        if (spec.isGuest() && spec.installed().isEmpty())
            throw ApiError.publicly("There is no operating system installed on this server.");
        begin(
                device,
                deed,
                condition -> spec.isGuest()
                        ? timetable.guestRescue(deed.at(), deed.fate())
                        : timetable.hardwareRescue(deed.at(), rescueOf(spec, wanted), deed.fate()));
    }

    private static Serving rescueOf(Spec spec, Optional<String> wanted) {
        boolean windows = spec.installed().isPresent()
                ? spec.isWindows()
                : wanted.orElse("LINUX").equals("WINDOWS");
        return windows ? Serving.RESCUE_WINDOWS : Serving.RESCUE_LINUX;
    }

    /** {@code mountIsoImage}: the guest will start from the image, until it is unmounted. */
    public Transaction mount(Device device, Deed deed, IsoImage image) {
        return begin(device, deed, condition -> timetable.isoBoot(deed.at(), image, deed.fate()));
    }

    /** {@code unmountIsoImage}: the guest will start from its own disk again. */
    public Transaction unmount(Device device, Deed deed) {
        return begin(device, deed, condition -> timetable.isoUnmount(deed.at(), deed.fate()));
    }

    private Transaction begin(Device device, Deed deed, Function<Condition, Work> start) {
        Work[] begun = new Work[1];
        device.change(deed.at(), condition -> {
            refuseWhileHeld(condition);
            refuseWhilePaused(condition);
            begun[0] = start.apply(condition);
            return deed.fate() == Fate.NEVER_STARTS ? condition : condition.doing(begun[0]);
        });
        tell(device);
        return begun[0].accepted().orElseThrow();
    }

    /** A reboot that takes the device down for a while; of bare metal also a remote-management command. */
    public void reboot(Device device, Deed deed, String method) {
        device.change(deed.at(), condition -> {
            refuseWhileHeld(condition);
            refuseWhilePaused(condition);
            Work reboot = timetable.reboot(deed.at(), downtime(method), condition.iso());
            return commanded(device, deed, method, condition).doing(reboot);
        });
        tell(device);
    }

    private static Duration downtime(String method) {
        return switch (method) {
            case "rebootHard", "powerCycle" -> Duration.ofSeconds(60);
            case "rebootSoft" -> Duration.ofSeconds(150);
            default -> Duration.ofSeconds(100);
        };
    }

    /** {@code powerOn}: from the disk, or from the image that is mounted. */
    public void powerOn(Device device, Deed deed) {
        device.change(deed.at(), condition -> {
            refuseWhileHeld(condition);
            Condition commanded = commanded(device, deed, "powerOn", condition);
            if (condition.lookAt(deed.at()).power() != Power.HALTED) return commanded;
            return commanded.doing(timetable.reboot(deed.at(), Duration.ofSeconds(60), condition.iso()));
        });
        tell(device);
    }

    /** {@code powerOff} and {@code powerOffSoft}. */
    public void powerOff(Device device, Deed deed) {
        become(device, deed, Look.OFF, "powerOff");
    }

    /** {@code pause}: guests only. */
    public void pause(Device device, Deed deed) {
        become(device, deed, Look.PAUSED, "pause");
    }

    /** {@code resume}: guests only. */
    public void resume(Device device, Deed deed) {
        device.change(deed.at(), condition -> {
            if (condition.lookAt(deed.at()).power() != Power.PAUSED)
                throw ApiError.publicly("The virtual guest is not paused.");
            return condition.becoming(Look.NORMAL);
        });
        tell(device);
    }

    private void become(Device device, Deed deed, Look look, String command) {
        device.change(deed.at(), condition -> {
            refuseWhileHeld(condition);
            return commanded(device, deed, command, condition).becoming(look);
        });
        tell(device);
    }

    /** Bare metal takes one reboot command in twenty minutes, and no other command meanwhile. */
    private Condition commanded(Device device, Deed deed, String method, Condition condition) {
        if (device.spec().isGuest()) return condition;
        if (deed.at().isBefore(condition.commandsAgainAt()))
            throw ApiError.publicly("A remote management command was issued for this server less than 20 minutes ago."
                    + " Please wait before issuing another one.");
        boolean opensWindow = method.startsWith("reboot") || method.equals("powerCycle");
        return condition.commanded(
                new RemoteCommand(keyName(method), deed.at(), deed.userId()),
                opensWindow ? timetable.commandsAgain(deed.at()) : condition.commandsAgainAt());
    }

    private static String keyName(String method) {
        return switch (method) {
            case "rebootSoft", "rebootDefault" -> "POWER_RESET";
            case "rebootHard", "powerCycle" -> "POWER_CYCLE";
            case "powerOn" -> "POWER_ON";
            default -> "POWER_OFF";
        };
    }

    private static void refuseWhileHeld(Condition condition) {
        if (condition.isHeld())
            throw ApiError.publicly("There is currently an outstanding transaction for this server.");
    }

    private static void refuseWhilePaused(Condition condition) {
        if (condition.resting().power() == Power.PAUSED)
            throw ApiError.publicly("The virtual guest is paused. Resume it first.");
    }

    /** A transaction that will never end, such as a scheduled cancellation. */
    public void hold(Device device, Deed deed) {
        device.change(deed.at(), condition -> condition.doing(timetable.endless(deed.at())));
        tell(device);
    }

    Timetable timetable() {
        return timetable;
    }
}
