package dev.lifeline.rescue;

/** How it is known that a device is in rescue, or back: from the weakest to the strongest. */
public enum Evidence {
    REPORTED_BY_PERSON,
    REPORTED_BY_PROVIDER,
    PORT_OPEN,
    /** A host key that is neither that of the rescue kernel nor the one from before, together with the provider's word. */
    NEW_HOST_KEY,
    HOST_KEY_CHANGED
}
