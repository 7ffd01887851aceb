package dev.lifeline.message.model;

/** What became of a canvas. */
public enum CanvasResult {
    CREATED,
    /** Canvases are switched off in the workspace. */
    DISABLED,
    /** A workspace on the free plan has one canvas a channel, and this channel has it. */
    ONE_ONLY,
    /** People of other companies read the channel. */
    CHANNEL_SHARED,
    /** The channel takes none from the bot. */
    CHANNEL_CLOSED,
    /** The bot's token may not create any. */
    NOT_PERMITTED,
    /** Nothing was created, and the same call may succeed in a minute. */
    TRY_LATER,
    /** Slack did not answer: it may have been created. */
    UNKNOWN,
    /** Slack refused it for another reason, which the log names. */
    REFUSED
}
