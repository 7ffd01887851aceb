package dev.lifeline.device;

/** Power state of a device as the provider reports it. */
public enum PowerState {
    ON,
    OFF,
    PAUSED,
    /** The provider does not say. */
    UNKNOWN
}
