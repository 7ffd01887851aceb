package dev.lifeline.handler.inbox;

/**
 * A piece of a Slack message, as plain text, with where it stands in the message. Untrusted (promise P9).
 *
 * @param label what the piece is labelled with, such as the title of a field; empty for nothing
 */
public record MessageText(Place place, String label, String text) {

    /** Where a piece stands. */
    public enum Place {
        TITLE,
        FIELD,
        TEXT,
        CODE,
        SMALL_PRINT,
        LINK
    }
}
