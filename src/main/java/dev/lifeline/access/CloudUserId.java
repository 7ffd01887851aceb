package dev.lifeline.access;

/** Which user on the cloud account? */
public record CloudUserId(long value) {

    public CloudUserId {
        if (value <= 0) throw new IllegalArgumentException("cloud user id must be positive: " + value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
