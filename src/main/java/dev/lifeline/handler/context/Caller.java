package dev.lifeline.handler.context;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.recording.Actor;
import dev.lifeline.rescue.Requester;
import java.util.Locale;

/**
 * The Slack user of an interaction together with the cloud user that they are, which is an active user of the account.
 *
 * @param cloudUser for an interaction that decides something read for this very interaction; else a minute old at most
 */
public record Caller(Interaction interaction, SlackUser slackUser, CloudUser cloudUser) {

    /** The language that the caller reads. */
    public Locale locale() {
        return slackUser.locale();
    }


    public Requester requester() {
        return new Requester(slackUser.id(), cloudUser.id(), cloudUser.username());
    }

    public Actor actor() {
        return Actor.of(requester()).inChannel(interaction.channel().value());
    }
}
