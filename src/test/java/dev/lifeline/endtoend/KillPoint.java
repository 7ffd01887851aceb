package dev.lifeline.endtoend;

/** The points of a rescue at which the bot may be killed, in order. */
enum KillPoint {
    /** Slack has the ack of {@code /rescue}. */
    COMMAND_ACKED,
    /** The status message is in the channel, but Slack's response to the call is still under way. */
    MESSAGE_POSTING,
    /** The status message is visible. */
    MESSAGE_VISIBLE,
    /** Slack has the ack of the click on Yes. */
    CONFIRM_ACKED,
    /** The provider has the launch command. */
    LAUNCH_SENT,
    /** The thread reports that the device boots. */
    BOOTING_REPORTED,
    /** The thread reports that the device is in the rescue kernel. */
    IN_RESCUE_REPORTED,
    /** Slack has the ack of the click on End rescue. */
    EXIT_ACKED,
    /** The provider has the exit command. */
    EXIT_SENT,
    /** The thread reports that the device has left the rescue kernel. */
    EXIT_REPORTED
}
