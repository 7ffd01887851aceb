package dev.lifeline.sandbox.softlayer.account;

import static dev.lifeline.sandbox.softlayer.account.Datacenter.DAL13;
import static dev.lifeline.sandbox.softlayer.account.Datacenter.FRA02;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nine devices of the default account; ids, names and passwords are fixed. */
final class DefaultFleet {

    private static final Instant PROVISIONED_AT = Instant.parse("2025-03-14T09:26:53Z");

    private final LoopbackAddresses loopbackAddresses;
    private final List<DeviceSpec> deviceSpecs = new ArrayList<>();

    private DefaultFleet(LoopbackAddresses loopbackAddresses) {
        this.loopbackAddresses = loopbackAddresses;
    }

    static List<DeviceSpec> create(LoopbackAddresses loopbackAddresses) {
        DefaultFleet fleet = new DefaultFleet(loopbackAddresses);
        fleet.addGuest(104870101, "web-07", 8, OperatingSystem.CENTOS, "qK7vLmW2nR9x", DAL13);
        fleet.addGuest(104870102, "web-08", 8, OperatingSystem.UBUNTU, "T4hZc8PyVd3w", FRA02);
        fleet.addGuest(104870117, "tiny-01", 2, OperatingSystem.CENTOS, "b9QxNf6RsJ2k", DAL13);
        fleet.addGuest(104870133, "win-03", 16, OperatingSystem.WINDOWS, "Hw5tGz8LpX4m", DAL13);
        fleet.addHardware(2154871, "db-01", OperatingSystem.REDHAT, "yV3nKc7DfB6q", FRA02, List.of("prod"));
        fleet.addHardware(2154902, "winmetal-02", OperatingSystem.WINDOWS, "Rj8mXw4ZtC5p", DAL13, List.of());
        fleet.addHardware(2155318, "bare-09", null, null, DAL13, List.of());
        fleet.addGuest(104870160, "busy-04", 8, OperatingSystem.CENTOS, "u2LgVb9SkE7h", DAL13);
        fleet.addGuest(104870188, "core-05", 8, OperatingSystem.COREOS, "M6pDy3FwQa8z", FRA02);
        return List.copyOf(fleet.deviceSpecs);
    }

    private void addGuest(long id, String name, int memoryGigabytes, OperatingSystem operatingSystem, String password, Datacenter datacenter) {
        add(new DeviceSpec(
                deviceSpecs.size(),
                id,
                DeviceType.VIRTUAL_GUEST,
                name,
                "example.com",
                memoryGigabytes,
                operatingSystem,
                credential(operatingSystem, password),
                datacenter,
                List.of(),
                loopbackAddresses.publicAddress(deviceSpecs.size()),
                loopbackAddresses.backendAddress(deviceSpecs.size()),
                PROVISIONED_AT));
    }

    private void addHardware(
            long id,
            String name,
            @Nullable OperatingSystem operatingSystem,
            @Nullable String password,
            Datacenter datacenter,
            List<String> tags) {
        add(new DeviceSpec(
                deviceSpecs.size(),
                id,
                DeviceType.HARDWARE,
                name,
                "example.com",
                64,
                operatingSystem,
                operatingSystem == null || password == null ? null : credential(operatingSystem, password),
                datacenter,
                tags,
                loopbackAddresses.publicAddress(deviceSpecs.size()),
                loopbackAddresses.backendAddress(deviceSpecs.size()),
                PROVISIONED_AT));
    }

    private static Credential credential(OperatingSystem operatingSystem, String password) {
        return new Credential(operatingSystem.isWindows() ? "Administrator" : "root", password);
    }

    private void add(DeviceSpec deviceSpec) {
        deviceSpecs.add(deviceSpec);
    }
}
