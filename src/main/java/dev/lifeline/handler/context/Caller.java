package dev.lifeline.handler.context;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.access.SlackUser;
import dev.lifeline.device.DeviceId;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.recording.Actor;
import dev.lifeline.rescue.Requester;
import java.util.List;
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

    /**
     * Returns the reasons to deny an operation on a device, by the cloud user as read for this interaction (promise P4); empty where it
     * is allowed. Every handler that decides calls this, so that one decision reads the user once.
     */
    public List<DenialReason> denialReasons(DeviceOperation deviceOperation, DeviceId device) {
        return AccessRules.denialReasons(deviceOperation, cloudUser, device);
    }

    public Requester requester() {
        return new Requester(slackUser.id(), cloudUser.id(), cloudUser.username());
    }

    public Actor actor() {
        return Actor.of(requester()).inChannel(interaction.channel().value());
    }
}
