package dev.lifeline.chronicle;

import dev.lifeline.rescue.Requester;

/**
 * Whose doing is it, and from where?
 *
 * @param who the Slack person's id, or {@code lifeline} for the clockwork
 * @param user the cloud user's name; empty for the clockwork and for people without one
 * @param place the channel it was done in; empty for the clockwork and for what was done outside Slack
 */
public record Author(String who, String user, String place) {

    /** What the bot does by itself. */
    public static final Author CLOCKWORK = new Author("lifeline", "");

    /** From nowhere in Slack. */
    public Author(String who, String user) {
        this(who, user, "");
    }

    public static Author of(Requester requester) {
        return new Author(requester.person().value(), requester.username());
    }

    /** The same, from there. */
    public Author in(String where) {
        return new Author(who, user, where);
    }
}
