package dev.lifeline.rescue;

/** How far did a boot get, as far as was seen? Goes forward only; a fast device skips some. */
public enum BootPhase {
    /** The provider took the order; nothing was seen yet. */
    ACCEPTED,
    /** The provider's transaction runs. */
    TRANSACTION_RUNNING,
    POWERED_DOWN,
    REBOOTING,
    KERNEL_BOOTING
}
