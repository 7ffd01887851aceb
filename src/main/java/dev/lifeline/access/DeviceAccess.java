package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import java.util.Set;

/**
 * Which devices may a cloud user reach at all? Apart from permissions.
 *
 * @param allGuests every virtual guest, now and later
 * @param allHardware every bare metal server, now and later
 * @param deviceIds the single ones; empty where a flag says all (softlayer.md 2.6)
 */
public record DeviceAccess(boolean allGuests, boolean allHardware, Set<DeviceId> deviceIds) {

    public DeviceAccess {
        deviceIds = Set.copyOf(deviceIds);
    }

    public boolean includes(DeviceId id) {
        return includesAll(id.type()) || deviceIds.contains(id);
    }

    /** Every device of the kind, now and later. */
    public boolean includesAll(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST ? allGuests : allHardware;
    }
}
