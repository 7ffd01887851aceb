package dev.lifeline.sandbox.softlayer.account;

/** The system that answers on a device's address. */
public enum AnsweringSystem {
    /** None: powered off, or booting. */
    SILENT,
    /** The installed system, if there is one. */
    INSTALLED,
    /** A rescue kernel that answers SSH, with a host key of its own. */
    RESCUE_LINUX,
    /** A rescue system that answers RDP. */
    RESCUE_WINDOWS;

    public boolean isRescue() {
        return this == RESCUE_LINUX || this == RESCUE_WINDOWS;
    }
}
