package dev.lifeline.softlayer;

import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.DeviceType;
import dev.lifeline.softlayer.rest.ApiObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps a device object of the API. Any property may be missing while a device is being built or reclaimed. */
public final class DeviceMapper {

    private DeviceMapper() {}

    /** The device; empty without an id, and for hardware that is not a server. */
    public static Optional<Device> toDevice(DeviceType deviceType, ApiObject apiObject) {
        if (apiObject.id().isEmpty() || isNotServer(deviceType, apiObject)) return Optional.empty();
        DeviceId id = new DeviceId(deviceType, apiObject.id().getAsLong());
        Device.Details details = new Device.Details(
                id,
                deviceName(id, apiObject),
                new Addresses(apiObject.text("primaryIpAddress"), apiObject.text("primaryBackendIpAddress")),
                OperatingSystemMapper.toOperatingSystem(apiObject),
                apiObject.object("datacenter").text("name").orElse(""),
                tags(apiObject));
        return Optional.of(
                deviceType == DeviceType.VIRTUAL_GUEST ? toGuest(details, apiObject) : toHardware(details, apiObject));
    }

    private static Device toGuest(Device.Details details, ApiObject apiObject) {
        long memory = Math.max(
                0, Math.min(Integer.MAX_VALUE, apiObject.number("maxMemory").orElse(0)));
        return new Device.VirtualGuest(
                details,
                (int) memory,
                apiObject.flag("transientGuestFlag"),
                apiObject.flag("dedicatedAccountHostOnlyFlag"));
    }

    private static Device toHardware(Device.Details details, ApiObject apiObject) {
        return new Device.Hardware(details, apiObject.flag("isIpmiDisabled"));
    }

    /**
     * {@code getHardware} may list other hardware than servers; it then names the type (src/docs/platform/softlayer.md, section Batch
     * polling).
     */
    private static boolean isNotServer(DeviceType deviceType, ApiObject apiObject) {
        return deviceType == DeviceType.HARDWARE
                && apiObject
                        .text("complexType")
                        .filter(type -> !type.startsWith("SoftLayer_Hardware"))
                        .isPresent();
    }

    /** From hostname and domain, else from the fully qualified name; a device without any name gets its id as name. */
    private static DeviceName deviceName(DeviceId id, ApiObject apiObject) {
        String fqdn = apiObject.text("fullyQualifiedDomainName").orElse(Long.toString(id.value()));
        int dot = fqdn.indexOf('.');
        String hostPart = dot > 0 ? fqdn.substring(0, dot) : fqdn;
        String domainPart = dot > 0 ? fqdn.substring(dot + 1) : "";
        return new DeviceName(
                apiObject.text("hostname").orElse(hostPart),
                apiObject.text("domain").orElse(domainPart));
    }

    private static Set<String> tags(ApiObject apiObject) {
        return apiObject.objects("tagReferences").stream()
                .flatMap(reference -> reference.object("tag").text("name").stream())
                .collect(Collectors.toSet());
    }
}
