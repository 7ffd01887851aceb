package dev.lifeline.access;

/** Opaque id of a pending access change; all that a button carries. */
public record PendingAccessChangeId(String value) {

    public PendingAccessChangeId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not an offer's id");
    }

    /** Whether the text can be such an id: 1 to 100 of {@code A-Za-z0-9_.-}. A button's value may be anything. */
    public static boolean isWellFormed(String value) {
        return value.matches("[A-Za-z0-9_.-]{1,100}");
    }

    @Override
    public String toString() {
        return value;
    }
}
