package dev.lifeline.access;

/** What a user wants to do with a device; each operation has its own list in {@link AccessRules}. */
public enum DeviceOperation {
    /** See that the device exists. */
    VIEW_DEVICE,
    /** Boot it into the rescue kernel. */
    LAUNCH_RESCUE,
    /** Reboot it into its installed system. */
    EXIT_RESCUE,
    /** Power it on. */
    POWER_ON,
    /** Read the password on record for it. */
    READ_PASSWORD,
    /** Grant or revoke a user's access to it. */
    MANAGE_ACCESS
}
