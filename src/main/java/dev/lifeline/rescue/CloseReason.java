package dev.lifeline.rescue;

/** Why a request is closed. */
public enum CloseReason {
    /** The device was observed back in its installed system. */
    EXITED,
    /** The requester cancelled. */
    CANCELLED,
    /** An approver denied. */
    DENIED,
    /** A time-out passed: no confirmation or approval came, or the launch did not start within its window. */
    EXPIRED,
    /** Access was denied, or the device failed a check, right before the launch. */
    BLOCKED,
    /** The provider rejected the command, or nothing came of it. */
    FAILED,
    /** The device is no longer visible: cancelled, reclaimed, or hidden from the bot's user. */
    DEVICE_GONE,
    /** A person closed it by hand, with a reason. */
    BY_HAND
}
