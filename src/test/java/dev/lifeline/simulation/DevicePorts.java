package dev.lifeline.simulation;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Login;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.device.Secret;
import dev.lifeline.transport.OutsideCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads of devices by one process: what the provider tells, or fails to. */
final class DevicePorts implements Devices, DeviceProbe, Passwords {

    private static final double UNAVAILABLE_CHANCE = 0.004;
    private static final double PROBE_LOSS_CHANCE = 0.02;

    private final SimulatedWorld world;
    private final ReplicaProcess process;

    DevicePorts(SimulatedWorld world, ReplicaProcess process) {
        this.world = world;
        this.process = process;
    }

    private <T> T read(String what, Supplier<T> read) {
        OutsideCalls.check(what);
        return process.call(what, () -> {
            if (world.seed().fault("unavailable@" + what, UNAVAILABLE_CHANCE))
                throw new ProviderUnavailableException("simulated: no answer");
            return read.get();
        });
    }

    private Stream<SimulatedDevice> shown() {
        return world.account().devices().stream()
                .filter(device -> !device.isHidden(world.time().now()));
    }

    @Override
    public List<Device> findExact(String typed) {
        return read(
                "find-device",
                () -> shown().map(SimulatedDevice::describe)
                        .filter(device -> device.name().matches(typed))
                        .toList());
    }

    @Override
    public List<Device> search(String text) {
        return read(
                "search-devices",
                () -> shown().map(SimulatedDevice::describe)
                        .filter(device -> device.name().fqdn().contains(text.toLowerCase(Locale.ROOT)))
                        .toList());
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        return read(
                "inspect-device",
                () -> shown().filter(device -> device.id().equals(id))
                        .findFirst()
                        .map(this::readable)
                        .map(device -> device.inspection(world.account().clockOffset())));
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        return read("read-statuses", () -> {
            world.notePoll();
            Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
            shown().filter(device -> ids.contains(device.id()))
                    .filter(device -> !device.isUnreadable(world.time().now()))
                    .forEach(device -> statuses.put(device.id(), status(device)));
            return statuses;
        });
    }

    private SimulatedDevice readable(SimulatedDevice device) {
        if (device.isUnreadable(world.time().now()))
            throw new ProviderUnavailableException("simulated: cannot be read");
        return device;
    }

    /** The list sometimes holds a device of which nothing is told. */
    private DeviceStatus status(SimulatedDevice device) {
        return world.seed().fault("status-not-told", 0.01)
                ? DeviceStatus.UNKNOWN
                : device.status(world.account().clockOffset());
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        return read("login-name", () -> Optional.of("root"));
    }

    @Override
    public ProbeResult probe(Device device) {
        OutsideCalls.check("probe");
        return process.call("probe", () -> {
            boolean lost = world.seed().fault("probe-lost", PROBE_LOSS_CHANCE);
            return lost
                    ? new ProbeResult.NoAnswer()
                    : world.account()
                            .find(device.id())
                            .map(SimulatedDevice::probe)
                            .orElseGet(ProbeResult.NoAnswer::new);
        });
    }

    @Override
    public Optional<Login> findLogin(DeviceId id) {
        return read(
                "read-password",
                () -> Optional.of(new Login("root", Secret.of(SimulatedWorld.PLANTED_SECRET.toCharArray()))));
    }
}
