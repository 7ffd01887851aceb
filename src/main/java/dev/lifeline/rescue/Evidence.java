package dev.lifeline.rescue;

/** How is it known that a device is where it should be? From the weakest to the strongest. */
public enum Evidence {
    A_PERSONS_WORD,
    THE_PROVIDERS_WORD,
    PORT_ANSWERS,
    HOST_KEY_CHANGED
}
