package dev.lifeline.device;

/** Is the device powered, as the provider says? */
public enum Power {
    ON,
    OFF,
    PAUSED,
    /** The provider does not say. */
    UNKNOWN
}
