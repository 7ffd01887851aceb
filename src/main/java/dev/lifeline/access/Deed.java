package dev.lifeline.access;

/** What does somebody want to do? Each deed has its own list of rules. */
public enum Deed {
    /** Know of a device at all. */
    SEE,
    /** Boot it into the rescue kernel. */
    LAUNCH,
    /** Reboot it into its installed system. */
    RETURN,
    /** Read the password on record for it. */
    REVEAL,
    /** Give somebody access to it, or take that away. */
    MANAGE
}
