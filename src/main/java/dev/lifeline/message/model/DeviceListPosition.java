package dev.lifeline.message.model;

import java.util.Optional;

/**
 * Where a page of a list of devices begins, as the value of a button. It holds no more than could have been typed (promise P9).
 *
 * @param first index of the first device, from 0
 * @param text what the devices' names contain; empty for all
 */
public record DeviceListPosition(int first, String text) {

    /** A section with a button each, below the 50 blocks of a message (src/docs/platform/slack.md, section Sizes). */
    public static final int PAGE_SIZE = 20;

    private static final int MAX_TEXT_CHARS = 500;
    private static final String SEPARATOR = "\n";

    public DeviceListPosition {
        if (first < 0) throw new IllegalArgumentException("before the first device: " + first);
        text = text.length() > MAX_TEXT_CHARS ? text.substring(0, MAX_TEXT_CHARS) : text;
    }

    /** The value of the button. */
    public String value() {
        return first + SEPARATOR + text;
    }

    /** Reads a value, which the client may have forged; empty where it is none. */
    public static Optional<DeviceListPosition> parse(String value) {
        String[] parts = value.split(SEPARATOR, 2);
        if (parts.length < 2) return Optional.empty();
        try {
            return Optional.of(new DeviceListPosition(Integer.parseInt(parts[0]), parts[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
