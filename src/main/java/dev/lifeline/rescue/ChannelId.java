package dev.lifeline.rescue;

/** Where is a request's story told? A channel, opaque outside the door that knows it. */
public record ChannelId(String value) {

    public ChannelId {
        if (value.isEmpty() || value.length() > 80) throw new IllegalArgumentException("not a place");
    }

    @Override
    public String toString() {
        return value;
    }
}
