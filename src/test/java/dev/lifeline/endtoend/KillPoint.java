package dev.lifeline.endtoend;

/** Which moments does a rescue have, in order, at which the bot may die? */
enum KillPoint {
    /** Slack has the ack of {@code /rescue}. */
    COMMAND_ACKED,
    /** The card is in the channel, but Slack's answer to its posting is still under way. */
    MESSAGE_POSTING,
    /** The card is seen. */
    MESSAGE_VISIBLE,
    /** Slack has the ack of Yes. */
    CONFIRM_ACKED,
    /** The provider has the order. */
    LAUNCH_SENT,
    /** The thread says that something happens. */
    BOOTING_REPORTED,
    /** The thread says that it is in the rescue kernel. */
    IN_RESCUE_REPORTED,
    /** Slack has the ack of End rescue. */
    EXIT_ACKED,
    /** The provider has the order to give it back. */
    EXIT_SENT,
    /** The thread says that it is back. */
    EXIT_REPORTED
}
