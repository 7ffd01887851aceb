package dev.lifeline.rescue;

/** Which request to rescue a device? Opaque and unguessable; the only thing that a button carries. */
public record RequestId(String value) {

    public RequestId {
        if (!value.matches("[a-z0-9]{8,40}")) throw new IllegalArgumentException("not a request id");
    }

    /** Could this be one? For what comes back from outside. */
    public static boolean isWellFormed(String text) {
        return text.matches("[a-z0-9]{8,40}");
    }

    @Override
    public String toString() {
        return value;
    }
}
