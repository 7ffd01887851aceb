package dev.lifeline.access;

/** Which offer? Opaque; all that a button carries. */
public record OfferId(String value) {

    public OfferId {
        if (!looksRight(value)) throw new IllegalArgumentException("not an offer's id");
    }

    /** Could it be one? What a button brings back may be anything. */
    public static boolean looksRight(String value) {
        return value.matches("[A-Za-z0-9_.-]{1,100}");
    }

    @Override
    public String toString() {
        return value;
    }
}
