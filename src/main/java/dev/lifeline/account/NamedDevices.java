package dev.lifeline.account;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The devices of one account, each with its name; the port below knows of no other account. */
record NamedDevices(AccountName account, Devices devices, AccountOutage outage) implements Devices {

    @Override
    public List<AccountName> accounts() {
        return List.of(account);
    }

    @Override
    public List<Device> findExact(String typed) {
        return named(outage.read(() -> devices.findExact(typed)));
    }

    @Override
    public List<Device> search(String text) {
        return named(outage.read(() -> devices.search(text)));
    }

    private List<Device> named(List<Device> found) {
        return found.stream().map(device -> device.in(account)).toList();
    }

    /** Nothing of another account, where a device may have the same number. */
    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        if (!id.account().equals(account)) return Optional.empty();
        return devices.inspect(unnamed(id)).map(this::named);
    }

    private Inspection named(Inspection found) {
        return new Inspection(
                found.device().in(account),
                found.status(),
                found.provisioned(),
                found.suspended(),
                found.credentialsOnRecord(),
                found.credentialsVisible());
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        Set<DeviceId> unnamed = ids.stream()
                .filter(id -> id.account().equals(account))
                .map(NamedDevices::unnamed)
                .collect(Collectors.toSet());
        Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
        outage.read(() -> devices.readStatuses(unnamed)).forEach((id, status) -> statuses.put(id.in(account), status));
        return statuses;
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        return devices.loginUsername(unnamed(id));
    }

    static DeviceId unnamed(DeviceId id) {
        return id.in(AccountName.MAIN);
    }
}
