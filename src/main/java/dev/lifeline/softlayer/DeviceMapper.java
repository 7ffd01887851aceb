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

/** Which device does a row describe? Half of it may be missing while a device is built or taken down. */
public final class DeviceMapper {

    private DeviceMapper() {}

    /** Empty for a row without an id, and for hardware that is no server. */
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

    /** getHardware may list what is no server, where it tells the type (softlayer.md 2.4). */
    private static boolean isNotServer(DeviceType deviceType, ApiObject apiObject) {
        return deviceType == DeviceType.HARDWARE
                && apiObject
                        .text("complexType")
                        .filter(type -> !type.startsWith("SoftLayer_Hardware"))
                        .isPresent();
    }

    /** From the parts, else from the whole; a device without any name is called by its number. */
    private static DeviceName deviceName(DeviceId id, ApiObject apiObject) {
        String whole = apiObject.text("fullyQualifiedDomainName").orElse(Long.toString(id.value()));
        int dot = whole.indexOf('.');
        String first = dot > 0 ? whole.substring(0, dot) : whole;
        String rest = dot > 0 ? whole.substring(dot + 1) : "";
        return new DeviceName(
                apiObject.text("hostname").orElse(first),
                apiObject.text("domain").orElse(rest));
    }

    private static Set<String> tags(ApiObject apiObject) {
        return apiObject.objects("tagReferences").stream()
                .flatMap(reference -> reference.object("tag").text("name").stream())
                .collect(Collectors.toSet());
    }
}
