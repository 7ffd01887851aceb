package dev.lifeline.drill;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Drill;
import dev.lifeline.device.Inspection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The provider's devices, and those of drills, about which the provider is never asked. */
record RoutedDevices(Devices provider, Devices simulated) implements Devices {

    @Override
    public List<AccountName> accounts() {
        return provider.accounts();
    }

    @Override
    public Devices in(AccountName account) {
        return new RoutedDevices(provider.in(account), simulated);
    }

    @Override
    public List<Device> findExact(String typed) {
        return Drill.isName(typed) ? simulated.findExact(typed) : provider.findExact(typed);
    }

    @Override
    public List<Device> search(String text) {
        return provider.search(text);
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        return of(id).inspect(id);
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        Map<Boolean, Set<DeviceId>> parts =
                ids.stream().collect(Collectors.partitioningBy(DeviceId::isSimulated, Collectors.toSet()));
        Map<DeviceId, DeviceStatus> statuses = new HashMap<>(simulated.readStatuses(part(parts, true)));
        if (!part(parts, false).isEmpty()) statuses.putAll(provider.readStatuses(part(parts, false)));
        return statuses;
    }

    private static Set<DeviceId> part(Map<Boolean, Set<DeviceId>> parts, boolean ofDrills) {
        return parts.getOrDefault(ofDrills, Set.of());
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        return of(id).loginUsername(id);
    }

    private Devices of(DeviceId id) {
        return id.isSimulated() ? simulated : provider;
    }
}
