package dev.lifeline.device;

import java.util.Set;

/** A Classic server of either type, with what rarely changes about it; what changes often is its {@link DeviceStatus}. */
public sealed interface Device {

    /** What both types have. */
    Details details();

    /**
     * What both types have.
     *
     * @param datacenter name of the data centre, such as {@code dal13}; empty where the provider names none
     * @param tags as people of the account wrote them: untrusted text
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
     * @param memoryMegabytes memory in MB; 0 where the provider names none
     * @param transientGuest transient guest: the provider may reclaim it at any moment
     * @param onDedicatedHost bound to a dedicated host: a power cycle may migrate it back (src/docs/platform/softlayer.md,
     *     section Preconditions and limits)
     */
    record VirtualGuest(Details details, int memoryMegabytes, boolean transientGuest, boolean onDedicatedHost)
            implements Device {}

    /**
     * A Classic bare metal server.
     *
     * @param remoteManagementDisabled its management controller is switched off, so that no reboot command works
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

    /**
     * Whether the text is exactly its host name, full name, one of its addresses or its id, ignoring case and surrounding blanks: the one
     * place that decides whether a device is the one that was typed.
     */
    default boolean isIdentifiedBy(String typed) {
        String text = typed.strip();
        return name().matches(text)
                || addresses().all().anyMatch(text::equalsIgnoreCase)
                || Long.toString(id().value()).equals(text);
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
