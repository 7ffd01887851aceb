package dev.lifeline.rescue;

/**
 * The rescue system to boot. The provider goes by the installed operating system; a choice matters only for bare metal
 * without one.
 */
public enum RescueSystem {
    AS_INSTALLED,
    LINUX,
    WINDOWS
}
