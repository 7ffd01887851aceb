package dev.lifeline.chronicle;

import dev.lifeline.rescue.Requester;

/**
 * Whose doing is it?
 *
 * @param who the Slack person's id, or {@code lifeline} for the clockwork
 * @param user the cloud user's name; empty for the clockwork and for people without one
 */
public record Author(String who, String user) {

    /** What the bot does by itself. */
    public static final Author CLOCKWORK = new Author("lifeline", "");

    public static Author of(Requester requester) {
        return new Author(requester.person().value(), requester.username());
    }
}
