package dev.lifeline.workflow;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Devices and their host keys in memory, as a test sets them. */
final class PolledDevices implements Devices, DeviceProbe {

    private final Map<DeviceId, Inspection> inspections = new HashMap<>();
    private final Map<DeviceId, ProbeResult> probeResults = new HashMap<>();
    private final Set<DeviceId> brokenProbes = new HashSet<>();
    private final Set<DeviceId> leftOut = new HashSet<>();
    private Runnable onRead = () -> {};
    private boolean available = true;
    private boolean loginReadable = true;
    private int reads;

    void shows(Device device, DeviceStatus status, ProbeResult probeResult) {
        inspections.put(device.id(), new Inspection(device, status, true, false, true, true));
        probeResults.put(device.id(), probeResult);
    }

    void probeBreaks(Device device) {
        brokenProbes.add(device.id());
    }

    void listLeavesOut(Device device) {
        leftOut.add(device.id());
    }

    /** Happens while the statuses are read. */
    void whileRead(Runnable event) {
        onRead = event;
    }

    void unavailable() {
        available = false;
    }

    void loginUnreadable() {
        loginReadable = false;
    }

    int reads() {
        return reads;
    }

    @Override
    public ProbeResult probe(Device device) {
        if (brokenProbes.contains(device.id())) throw new IllegalStateException("probe broken");
        return probeResults.getOrDefault(device.id(), new ProbeResult.NoAnswer());
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        reads++;
        if (!available) throw new ProviderUnavailableException("away");
        onRead.run();
        Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
        for (DeviceId id : ids)
            if (!leftOut.contains(id)) inspect(id).ifPresent(found -> statuses.put(id, found.status()));
        return statuses;
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        return Optional.ofNullable(inspections.get(id));
    }

    @Override
    public List<Device> findExact(String typed) {
        return List.of();
    }

    @Override
    public List<Device> search(String text) {
        return List.of();
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        if (!loginReadable) throw new ProviderUnavailableException("away");
        return Optional.of("root");
    }
}
