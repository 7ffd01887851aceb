package dev.lifeline.access;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The same devices as those of an account. */
    DeviceAccess in(AccountName account) {
        return new DeviceAccess(
                allGuests,
                allHardware,
                deviceIds.stream().map(id -> id.in(account)).collect(Collectors.toSet()));
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
