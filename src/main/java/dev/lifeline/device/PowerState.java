package dev.lifeline.device;

/** Is the device powered, as the provider says? */
public enum PowerState {
    ON,
    OFF,
    PAUSED,
    /** The provider does not say. */
    UNKNOWN
}
