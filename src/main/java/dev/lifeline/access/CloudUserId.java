package dev.lifeline.access;

/** Provider id of a user of the cloud account, 1 or more. */
public record CloudUserId(long value) {

    public CloudUserId {
        if (value <= 0) throw new IllegalArgumentException("cloud user id must be positive: " + value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
