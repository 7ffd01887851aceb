package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Kind;
import java.util.Set;

/**
 * Which devices may a cloud user reach at all? Apart from permissions.
 *
 * @param allGuests every virtual guest, now and later
 * @param allHardware every bare metal server, now and later
 * @param devices the single ones; empty where a flag says all (softlayer.md 2.6)
 */
public record DeviceAccess(boolean allGuests, boolean allHardware, Set<DeviceId> devices) {

    public DeviceAccess {
        devices = Set.copyOf(devices);
    }

    public boolean includes(DeviceId id) {
        return includesAll(id.kind()) || devices.contains(id);
    }

    /** Every device of the kind, now and later. */
    public boolean includesAll(Kind kind) {
        return kind == Kind.VIRTUAL_GUEST ? allGuests : allHardware;
    }
}
