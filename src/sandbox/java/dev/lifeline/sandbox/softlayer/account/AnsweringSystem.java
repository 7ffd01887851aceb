package dev.lifeline.sandbox.softlayer.account;

/** What answers on a device's address right now? */
public enum AnsweringSystem {
    /** Nothing: down, or on its way. */
    SILENT,
    /** The installed system, if there is one. */
    INSTALLED,
    /** A rescue system that speaks SSH, with a host key of its own. */
    RESCUE_LINUX,
    /** A rescue system that speaks RDP. */
    RESCUE_WINDOWS;

    public boolean isRescue() {
        return this == RESCUE_LINUX || this == RESCUE_WINDOWS;
    }
}
