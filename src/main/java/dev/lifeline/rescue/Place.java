package dev.lifeline.rescue;

/** Where is a request's story told? A channel, opaque outside the door that knows it. */
public record Place(String value) {

    public Place {
        if (value.isEmpty() || value.length() > 80) throw new IllegalArgumentException("not a place");
    }

    @Override
    public String toString() {
        return value;
    }
}
