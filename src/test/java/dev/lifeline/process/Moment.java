package dev.lifeline.process;

/** Which moments does a rescue have, in order, at which the bot may die? */
enum Moment {
    /** Slack has the ack of {@code /rescue}. */
    ASKED,
    /** The card is in the channel, but Slack's answer to its posting is still under way. */
    POSTING,
    /** The card is seen. */
    SHOWN,
    /** Slack has the ack of Yes. */
    CONFIRMED,
    /** The provider has the order. */
    SENT,
    /** The thread says that something happens. */
    BOOTING,
    /** The thread says that it is in the rescue kernel. */
    UP,
    /** Slack has the ack of End rescue. */
    LEAVING,
    /** The provider has the order to give it back. */
    RETURNING,
    /** The thread says that it is back. */
    BACK
}
