package dev.lifeline.softlayer;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.softlayer.Inventory.Entry;
import dev.lifeline.softlayer.password.LoginLookup;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The account's devices: listed from the {@link Inventory}, read from the provider for everything else. Thread-safe. */
final class ClassicDevices implements Devices {

    private final QueryClient queries;
    private final Inventory inventory;
    private final ExactDeviceLookup exactDeviceLookup;
    private final BulkStatusReader statusReader;
    private final LoginLookup loginLookup;

    ClassicDevices(QueryClient queries, Inventory inventory) {
        this.queries = queries;
        this.inventory = inventory;
        this.exactDeviceLookup = new ExactDeviceLookup(queries, inventory);
        this.statusReader = new BulkStatusReader(queries, System::nanoTime);
        this.loginLookup = new LoginLookup(queries);
    }

    @Override
    public List<Device> findExact(String typed) {
        return exactDeviceLookup.find(typed.strip());
    }

    @Override
    public List<Device> search(String text) {
        String query = text.strip().toLowerCase(Locale.ROOT);
        return inventory.entries().stream()
                .filter(entry -> entry.searchText().contains(query))
                .map(Entry::device)
                .toList();
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        QueryMethod queryMethod =
                id.type() == DeviceType.VIRTUAL_GUEST ? QueryMethod.INSPECT_GUEST : QueryMethod.INSPECT_SERVER;
        return queries.findById(ApiQuery.of(queryMethod, id.providerId()))
                .flatMap(apiObject -> InspectionMapper.toInspection(id.type(), apiObject, loginLookup.lookUp(id)));
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        return statusReader.readStatuses(ids);
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        return loginLookup.username(id);
    }
}
