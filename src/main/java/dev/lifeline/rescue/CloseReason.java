package dev.lifeline.rescue;

/** Why is a request closed? */
public enum CloseReason {
    /** The device is back in its installed system. */
    EXITED,
    /** The requester said No. */
    CANCELLED,
    /** Somebody who had to agree did not. */
    DENIED,
    /** Nobody answered in time. */
    EXPIRED,
    /** It was not allowed, or the machine stood in the way. */
    BLOCKED,
    /** The provider was asked and it came to nothing. */
    FAILED,
    /** The device is not visible any more: cancelled, reclaimed, or no longer ours. */
    DEVICE_GONE
}
