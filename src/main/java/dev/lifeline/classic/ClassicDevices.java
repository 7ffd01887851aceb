package dev.lifeline.classic;

import dev.lifeline.classic.Inventory.Entry;
import dev.lifeline.device.Condition;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The account's devices: found in memory, read from the provider. */
final class ClassicDevices implements Devices {

    private final Reads reads;
    private final Inventory inventory;
    private final Lookout lookout;
    private final Logins logins;

    ClassicDevices(Reads reads, Inventory inventory) {
        this.reads = reads;
        this.inventory = inventory;
        this.lookout = new Lookout(reads);
        this.logins = new Logins(reads);
    }

    @Override
    public List<Device> named(String typed) {
        String wanted = typed.strip();
        if (wanted.isEmpty()) return List.of();
        List<Device> found = exactly(wanted, inventory.entries());
        return found.isEmpty() ? exactly(wanted, inventory.renewed()) : found;
    }

    /** Whatever a device is called by is among its words, and those are looked through much faster. */
    private static List<Device> exactly(String wanted, List<Entry> entries) {
        String small = wanted.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.words().contains(small))
                .map(Entry::device)
                .filter(device -> isCalled(device, wanted))
                .toList();
    }

    private static boolean isCalled(Device device, String wanted) {
        return device.name().is(wanted)
                || device.addresses().all().anyMatch(wanted::equalsIgnoreCase)
                || Long.toString(device.id().value()).equals(wanted);
    }

    @Override
    public List<Device> search(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return inventory.entries().stream()
                .filter(entry -> entry.words().contains(wanted))
                .map(Entry::device)
                .toList();
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        Read read = id.kind() == Kind.VIRTUAL_GUEST ? Read.INSPECT_GUEST : Read.INSPECT_SERVER;
        return reads.findSame(Question.of(read, id.value()))
                .flatMap(row -> InspectionRows.of(id.kind(), row, logins.of(id)));
    }

    @Override
    public Map<DeviceId, Condition> look(Set<DeviceId> ids) {
        return lookout.look(ids);
    }

    @Override
    public Optional<String> loginName(DeviceId id) {
        return logins.name(id);
    }
}
