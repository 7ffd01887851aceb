package dev.lifeline.recording;

import dev.lifeline.rescue.Requester;

/**
 * Whose doing is it, and from where?
 *
 * @param id the Slack person's id, or {@code lifeline} for the clockwork
 * @param cloudUsername the cloud user's name; empty for the clockwork and for people without one
 * @param channel the channel it was done in; empty for the clockwork and for what was done outside Slack
 */
public record Actor(String id, String cloudUsername, String channel) {

    /** What the bot does by itself. */
    public static final Actor SYSTEM = new Actor("lifeline", "");

    /** From nowhere in Slack. */
    public Actor(String id, String cloudUsername) {
        this(id, cloudUsername, "");
    }

    public static Actor of(Requester requester) {
        return new Actor(requester.slackUserId().value(), requester.username());
    }

    /** The same, from there. */
    public Actor inChannel(String where) {
        return new Actor(id, cloudUsername, where);
    }
}
