package dev.lifeline.classic;

import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which device does a row describe? Half of it may be missing while a device is built or taken down. */
final class DeviceRows {

    private DeviceRows() {}

    /** Empty for a row without an id, and for hardware that is no server. */
    static Optional<Device> of(Kind kind, Row row) {
        if (row.id().isEmpty() || isOther(kind, row)) return Optional.empty();
        DeviceId id = new DeviceId(kind, row.id().getAsLong());
        Device.Facts facts = new Device.Facts(
                id,
                name(id, row),
                new Addresses(row.text("primaryIpAddress"), row.text("primaryBackendIpAddress")),
                SystemRows.of(row),
                row.row("datacenter").text("name").orElse(""),
                tags(row));
        return Optional.of(kind == Kind.VIRTUAL_GUEST ? guest(facts, row) : metal(facts, row));
    }

    private static Device guest(Device.Facts facts, Row row) {
        long memory =
                Math.max(0, Math.min(Integer.MAX_VALUE, row.number("maxMemory").orElse(0)));
        return new Device.VirtualGuest(
                facts, (int) memory, row.flag("transientGuestFlag"), row.flag("dedicatedAccountHostOnlyFlag"));
    }

    private static Device metal(Device.Facts facts, Row row) {
        return new Device.Hardware(facts, row.flag("isIpmiDisabled"));
    }

    /** getHardware may list what is no server, where it tells the type (softlayer.md 2.4). */
    private static boolean isOther(Kind kind, Row row) {
        return kind == Kind.HARDWARE
                && row.text("complexType")
                        .filter(type -> !type.startsWith("SoftLayer_Hardware"))
                        .isPresent();
    }

    /** From the parts, else from the whole; a device without any name is called by its number. */
    private static DeviceName name(DeviceId id, Row row) {
        String whole = row.text("fullyQualifiedDomainName").orElse(Long.toString(id.value()));
        int dot = whole.indexOf('.');
        String first = dot > 0 ? whole.substring(0, dot) : whole;
        String rest = dot > 0 ? whole.substring(dot + 1) : "";
        return new DeviceName(
                row.text("hostname").orElse(first), row.text("domain").orElse(rest));
    }

    private static Set<String> tags(Row row) {
        return row.rows("tagReferences").stream()
                .flatMap(reference -> reference.row("tag").text("name").stream())
                .collect(Collectors.toSet());
    }
}
