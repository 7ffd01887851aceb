package dev.lifeline.device;

import java.util.Set;

/** What can be rescued? A server of either kind, with what changes seldom about it; what changes often is its {@link Condition}. */
public sealed interface Device {

    /** What both kinds have. */
    Facts facts();

    /**
     * What both kinds have.
     *
     * @param site the data centre's name, such as {@code dal13}; empty where the provider tells none
     * @param tags as the account's people wrote them
     */
    record Facts(
            DeviceId id, DeviceName name, Addresses addresses, OperatingSystem system, String site, Set<String> tags) {
        public Facts {
            tags = Set.copyOf(tags);
        }
    }

    /**
     * A Classic virtual server.
     *
     * @param memoryMegabytes 0 where the provider tells none
     * @param reclaimable a transient guest: the provider may take it back at any moment
     * @param onDedicatedHost a power cycle may move it to its own host (softlayer.md 4)
     */
    record VirtualGuest(Facts facts, int memoryMegabytes, boolean reclaimable, boolean onDedicatedHost)
            implements Device {}

    /**
     * A Classic bare metal server.
     *
     * @param remoteManagementOff its management controller is switched off, so it cannot be rebooted from outside
     */
    record Hardware(Facts facts, boolean remoteManagementOff) implements Device {}

    default DeviceId id() {
        return facts().id();
    }

    default DeviceName name() {
        return facts().name();
    }

    default Addresses addresses() {
        return facts().addresses();
    }

    default OperatingSystem system() {
        return facts().system();
    }

    default String site() {
        return facts().site();
    }

    default Set<String> tags() {
        return facts().tags();
    }
}
