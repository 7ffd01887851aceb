package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import java.util.Set;

/**
 * The devices that a cloud user reaches, apart from permissions.
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

    /** Whether the device is reached, by flag or by id. */
    public boolean includes(DeviceId id) {
        return includesAll(id.type()) || deviceIds.contains(id);
    }

    /** Whether every device of the type is reached. */
    public boolean includesAll(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST ? allGuests : allHardware;
    }
}
