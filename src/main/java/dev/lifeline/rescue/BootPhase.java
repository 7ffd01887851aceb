package dev.lifeline.rescue;

/** How far a boot has got, as observed. Goes forward only; a fast device skips phases. */
public enum BootPhase {
    /** The provider accepted the command; nothing was observed yet. */
    ACCEPTED,
    /** The provider's transaction is running. */
    TRANSACTION_RUNNING,
    POWERED_DOWN,
    REBOOTING,
    KERNEL_BOOTING
}
