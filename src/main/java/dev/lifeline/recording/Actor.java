package dev.lifeline.recording;

import dev.lifeline.rescue.Requester;

/**
 * The author of an audit entry, and the channel that the action came from.
 *
 * @param id Slack user id, or {@code lifeline} for what the bot does by itself
 * @param cloudUsername name of the cloud user; empty for the bot and for users without one
 * @param channel channel id; empty for the bot and for actions outside Slack
 */
public record Actor(String id, String cloudUsername, String channel) {

    public Actor {
        if (id.isBlank()) throw new IllegalArgumentException("an actor has an id");
    }

    /** The bot acting by itself: expiries, reminders, observations, results of provider commands. */
    public static final Actor SYSTEM = new Actor("lifeline", "");

    /** An actor without a channel. */
    public Actor(String id, String cloudUsername) {
        this(id, cloudUsername, "");
    }

    public static Actor of(Requester requester) {
        return new Actor(requester.slackUserId().value(), requester.username());
    }

    /** Returns this actor with another channel. */
    public Actor inChannel(String newChannel) {
        return new Actor(id, cloudUsername, newChannel);
    }
}
