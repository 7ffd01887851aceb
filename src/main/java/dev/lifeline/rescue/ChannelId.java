package dev.lifeline.rescue;

/** Id of the channel in which a request is reported, 1 to 80 characters; opaque outside the adapter that knows it. */
public record ChannelId(String value) {

    public ChannelId {
        if (value.isBlank() || value.length() > 80) throw new IllegalArgumentException("not a channel id");
    }

    @Override
    public String toString() {
        return value;
    }
}
