package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import java.util.Set;

/**
 * The devices that a cloud user has access to; permissions are separate.
 *
 * @param allGuests every virtual guest, now and later
 * @param allHardware every bare metal server, now and later
 * @param deviceIds single devices; empty where a flag says all (src/docs/platform/softlayer.md, section Users and
 *     permissions)
 */
public record DeviceAccess(boolean allGuests, boolean allHardware, Set<DeviceId> deviceIds) {

    public DeviceAccess {
        deviceIds = Set.copyOf(deviceIds);
    }

    /** Whether the user has access to the device, by flag or by id. */
    public boolean includes(DeviceId id) {
        return includesAll(id.type()) || deviceIds.contains(id);
    }

    /** Whether the user has access to every device of the type. */
    public boolean includesAll(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST ? allGuests : allHardware;
    }
}
