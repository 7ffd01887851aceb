package dev.lifeline.device;

import java.util.Optional;
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
     * @param shownAccount the account's name for people; empty where there is one account, and for a simulated device
     */
    record Details(
            DeviceId id,
            DeviceName name,
            Addresses addresses,
            OperatingSystem operatingSystem,
            String datacenter,
            Set<String> tags,
            Optional<AccountName> shownAccount) {
        public Details {
            tags = Set.copyOf(tags);
        }

        /** Of the only account. */
        public Details(
                DeviceId id,
                DeviceName name,
                Addresses addresses,
                OperatingSystem operatingSystem,
                String datacenter,
                Set<String> tags) {
            this(id, name, addresses, operatingSystem, datacenter, tags, Optional.empty());
        }

        private Details in(AccountName account) {
            return new Details(
                    id.in(account), name, addresses, operatingSystem, datacenter, tags, Optional.of(account));
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

    /** The same device as one of an account, of which there are several. */
    default Device in(AccountName account) {
        Details named = details().in(account);
        return this instanceof VirtualGuest guest
                ? new VirtualGuest(named, guest.memoryMegabytes(), guest.transientGuest(), guest.onDedicatedHost())
                : new Hardware(named, ((Hardware) this).remoteManagementDisabled());
    }

    /** The full name for people, with the account where there are several: {@code lab:web-07.example.com}. */
    default String label() {
        return details().shownAccount().map(account -> account + ":").orElse("") + name().fqdn();
    }

    /** What a person types to name the device: the host name, with the account where there are several. */
    default String typedName() {
        return details().shownAccount().map(account -> account + ":").orElse("") + name().hostname();
    }

    /** Whether the text is the host name or the full name, ignoring case; where there are several accounts, that of the device may come first. */
    default boolean isNamed(String text) {
        return name().matches(text) || typedName().equalsIgnoreCase(text) || label().equalsIgnoreCase(text);
    }

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
     * place that decides whether a device is the one that was typed. Where there are several accounts, that of the device may come first.
     */
    default boolean isIdentifiedBy(String typed) {
        String text = details()
                .shownAccount()
                .flatMap(account -> account.afterPrefix(typed.strip()))
                .orElse(typed)
                .strip();
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
