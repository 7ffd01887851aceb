package dev.lifeline.access;

/** What does somebody want to do? Each deed has its own list of rules. */
public enum DeviceOperation {
    /** Know of a device at all. */
    VIEW_DEVICE,
    /** Boot it into the rescue kernel. */
    LAUNCH_RESCUE,
    /** Reboot it into its installed system. */
    EXIT_RESCUE,
    /** Read the password on record for it. */
    READ_PASSWORD,
    /** Give somebody access to it, or take that away. */
    MANAGE_ACCESS
}
