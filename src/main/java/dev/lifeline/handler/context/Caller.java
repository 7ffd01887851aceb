package dev.lifeline.handler.context;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.LocalizedMessages;
import dev.lifeline.recording.Actor;
import dev.lifeline.rescue.Requester;

/** Who stands at the desk, known to be an active user of the account, and in which language are they answered? */
public record Caller(Interaction interaction, SlackUser slackUser, CloudUser cloudUser, LocalizedMessages messages) {

    public Requester requester() {
        return new Requester(slackUser.id(), cloudUser.id(), cloudUser.username());
    }

    public Actor actor() {
        return Actor.of(requester()).inChannel(interaction.channel().value());
    }
}
