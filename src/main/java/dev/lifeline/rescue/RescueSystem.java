package dev.lifeline.rescue;

/** Which rescue system is booted? The provider goes by the installed one; only where nothing is installed a person chooses. */
public enum RescueSystem {
    AS_INSTALLED,
    LINUX,
    WINDOWS
}
