package dev.lifeline.access;

/** Which offer? Opaque; all that a button carries. */
public record PendingAccessChangeId(String value) {

    public PendingAccessChangeId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not an offer's id");
    }

    /** Could it be one? What a button brings back may be anything. */
    public static boolean isWellFormed(String value) {
        return value.matches("[A-Za-z0-9_.-]{1,100}");
    }

    @Override
    public String toString() {
        return value;
    }
}
