package dev.lifeline.rescue;

import java.util.regex.Pattern;

/** Id of a request: opaque and unguessable, 8 to 40 of {@code a-z0-9}; all that a button carries. */
public record RequestId(String value) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]{8,40}");

    public RequestId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not a request id");
    }

    /** Whether the text can be such an id; for what comes from outside. */
    public static boolean isWellFormed(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
