package dev.lifeline.device;

import java.util.Set;

/** What can be rescued? A server of either kind, with what changes seldom about it; what changes often is its {@link DeviceStatus}. */
public sealed interface Device {

    /** What both kinds have. */
    Details details();

    /**
     * What both kinds have.
     *
     * @param datacenter the data centre's name, such as {@code dal13}; empty where the provider tells none
     * @param tags as the account's people wrote them
     */
    record Details(
            DeviceId id,
            DeviceName name,
            Addresses addresses,
            OperatingSystem operatingSystem,
            String datacenter,
            Set<String> tags) {
        public Details {
            tags = Set.copyOf(tags);
        }
    }

    /**
     * A Classic virtual server.
     *
     * @param memoryMegabytes 0 where the provider tells none
     * @param transientGuest a transient guest: the provider may take it back at any moment
     * @param onDedicatedHost a power cycle may move it to its own host (softlayer.md 4)
     */
    record VirtualGuest(Details details, int memoryMegabytes, boolean transientGuest, boolean onDedicatedHost)
            implements Device {}

    /**
     * A Classic bare metal server.
     *
     * @param remoteManagementDisabled its management controller is switched off, so it cannot be rebooted from outside
     */
    record Hardware(Details details, boolean remoteManagementDisabled) implements Device {}

    default DeviceId id() {
        return details().id();
    }

    default DeviceName name() {
        return details().name();
    }

    default Addresses addresses() {
        return details().addresses();
    }

    default OperatingSystem operatingSystem() {
        return details().operatingSystem();
    }

    default String datacenter() {
        return details().datacenter();
    }

    default Set<String> tags() {
        return details().tags();
    }
}
