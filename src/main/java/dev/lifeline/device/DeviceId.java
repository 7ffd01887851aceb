package dev.lifeline.device;

import java.util.Locale;

/**
 * Which device? A guest and a bare metal server may carry the same number, so the kind belongs to the id.
 *
 * @param value the provider's id, 1 or more; may exceed 2^53
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

    /** Reads what {@link #toString} wrote. */
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
