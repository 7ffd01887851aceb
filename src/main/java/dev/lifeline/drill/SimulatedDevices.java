package dev.lifeline.drill;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The devices of the drills that are open. Nothing is remembered: a restart, or another replica, sees the same. Blocks for the database
 * only. Thread-safe.
 */
final class SimulatedDevices implements Devices, DeviceProbe {

    /** Nobody can log in with it. */
    private static final String LOGIN_NAME = "drill";

    private final RescueRequests requests;
    private final DrillPhases phases;
    private final InstantSource clock;

    /**
     * The devices of the drills in a store.
     *
     * @param pollInterval how often a device that changes is looked at
     */
    SimulatedDevices(RescueRequests requests, Duration pollInterval, InstantSource clock) {
        this.requests = requests;
        this.phases = DrillPhases.seenEvery(pollInterval);
        this.clock = clock;
    }

    @Override
    public List<Device> findExact(String typed) {
        return requests.findOpen().stream()
                .map(RescueRequest::device)
                .filter(device -> device.id().isSimulated() && device.name().matches(typed))
                .toList();
    }

    /** They are not in the inventory: nobody starts a rescue of one by its name. */
    @Override
    public List<Device> search(String text) {
        return List.of();
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        return find(id).map(SimulatedDevice::inspection);
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(device -> statuses.put(id, device.status())));
        return statuses;
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        return Optional.of(LOGIN_NAME);
    }

    /** That of a drill that is not open yet runs its installed system. */
    @Override
    public ProbeResult probe(Device device) {
        return find(device.id()).map(SimulatedDevice::probe).orElseGet(SimulatedDevice::installed);
    }

    private Optional<SimulatedDevice> find(DeviceId id) {
        return requests.findOpen(id)
                .map(request ->
                        new SimulatedDevice(request, phases.at(request.stage(), clock.instant()), phases.boot()));
    }
}
