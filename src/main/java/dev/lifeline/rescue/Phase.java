package dev.lifeline.rescue;

/** A part of a rescue in which people wait for the device. */
public enum Phase {
    /** From the launch command until the rescue kernel is known to run. */
    BOOT,
    /** From the exit command until the installed system is known to run. */
    EXIT
}
