package dev.lifeline.rescue;

/** How it is known that a device is in rescue, or back: from the weakest to the strongest. */
public enum Evidence {
    REPORTED_BY_PERSON,
    REPORTED_BY_PROVIDER,
    PORT_OPEN,
    HOST_KEY_CHANGED
}
