package dev.lifeline.rescue;

/** Id of a request: opaque and unguessable, 8 to 40 of {@code a-z0-9}; all that a button carries. */
public record RequestId(String value) {

    public RequestId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not a request id");
    }

    /** Whether the text can be such an id; for what comes from outside. */
    public static boolean isWellFormed(String text) {
        return text.matches("[a-z0-9]{8,40}");
    }

    @Override
    public String toString() {
        return value;
    }
}
