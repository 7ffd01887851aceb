package dev.lifeline.message.model;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import java.util.Optional;

/**
 * A device that a person can choose, as the value of a button or an option. It holds nothing that they could not type as well: whoever
 * forges one asks for what they could have asked for, and is checked in the same way (promise P9).
 *
 * @param shownName the name that the person saw, so that a device that was renamed since is noticed; empty where it was too long
 * @param reason the reason that comes with the choice; empty for none
 */
public record DeviceChoice(DeviceId device, String shownName, String reason) {

    /** Below the limit of an option's value (src/docs/platform/slack.md, section Sizes). */
    private static final int MAX_NAME_CHARS = 110;

    private static final String SEPARATOR = "\n";

    /** A choice without a reason. */
    public static DeviceChoice of(Device device) {
        String name = device.name().fqdn();
        boolean storable = name.length() <= MAX_NAME_CHARS && !name.contains(SEPARATOR);
        return new DeviceChoice(device.id(), storable ? name : "", "");
    }

    public DeviceChoice withReason(String newReason) {
        return new DeviceChoice(device, shownName, newReason);
    }

    /** Whether the device has the name that the person saw. */
    public boolean shows(Device now) {
        return shownName.isEmpty() || now.isIdentifiedBy(shownName);
    }

    /** The value of the button or the option. */
    public String value() {
        return device + SEPARATOR + shownName + SEPARATOR + reason;
    }

    /** Reads a value, which the client may have forged; empty where it is none. */
    public static Optional<DeviceChoice> parse(String value) {
        String[] parts = value.split(SEPARATOR, 3);
        if (parts.length < 3) return Optional.empty();
        try {
            return Optional.of(new DeviceChoice(DeviceId.parse(parts[0]), parts[1], parts[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
