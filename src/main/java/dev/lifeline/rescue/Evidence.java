package dev.lifeline.rescue;

/** How is it known that a device is where it should be? From the weakest to the strongest. */
public enum Evidence {
    REPORTED_BY_PERSON,
    REPORTED_BY_PROVIDER,
    PORT_OPEN,
    HOST_KEY_CHANGED
}
