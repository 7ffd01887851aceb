package dev.lifeline.device;

import java.util.Locale;

/**
 * Provider id of a device. Guests and bare metal servers are numbered separately, so the type belongs to the id.
 *
 * @param value 1 or more; may exceed 2^53, so it does not fit a JavaScript number
 */
public record DeviceId(DeviceType type, long value) {

    public DeviceId {
        if (value <= 0) throw new IllegalArgumentException("device id must be positive: " + value);
    }

    public static DeviceId virtualGuest(long value) {
        return new DeviceId(DeviceType.VIRTUAL_GUEST, value);
    }

    public static DeviceId hardware(long value) {
        return new DeviceId(DeviceType.HARDWARE, value);
    }

    /**
     * Reads what {@link #toString} wrote, such as {@code virtual_guest:7007}.
     *
     * @throws IllegalArgumentException when the text is no device id
     */
    public static DeviceId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("not a device id: " + text);
        DeviceType deviceType = DeviceType.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT));
        return new DeviceId(deviceType, Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return type.name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
