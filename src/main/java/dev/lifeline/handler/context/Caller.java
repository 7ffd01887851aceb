package dev.lifeline.handler.context;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.access.SlackUser;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.recording.Actor;
import dev.lifeline.rescue.Requester;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Slack user of an interaction together with the cloud user that they are, which is an active user of the account. Of a user of several
 * accounts, the cloud user is that of the account of the device in question, once it is known; of the first account before.
 *
 * @param cloudUser for an interaction that decides something read for this very interaction; else a minute old at most
 * @param identity who they are in every account
 */
public record Caller(
        Interaction interaction, SlackUser slackUser, CloudUser cloudUser, AccessDecision.Allowed identity) {

    /** A caller as the user of the first account that has them. */
    public Caller(Interaction interaction, AccessDecision.Allowed identity) {
        this(interaction, identity.slackUser(), identity.cloudUser(), identity);
    }

    /** A user of one account. */
    public Caller(Interaction interaction, SlackUser slackUser, CloudUser cloudUser) {
        this(interaction, new AccessDecision.Allowed(slackUser, cloudUser));
    }

    /** The caller as the user of an account; empty where they are none, or where that is not known. */
    public Optional<Caller> in(AccountName account) {
        return cloudUsers().stream()
                .filter(user -> user.id().account().equals(account))
                .findFirst()
                .map(this::as);
    }

    /** The same caller as one of their cloud users. */
    public Caller as(CloudUser user) {
        return new Caller(interaction, slackUser, user, identity);
    }

    /** Who the caller is, in each account that has them. */
    public List<CloudUser> cloudUsers() {
        return identity.cloudUsers();
    }

    /** What denies the caller in the other accounts. */
    public Map<AccountName, DenialReason> elsewhere() {
        return identity.elsewhere();
    }

    /** The language that the caller reads. */
    public Locale locale() {
        return slackUser.locale();
    }

    /**
     * Returns the reasons to deny an operation on a device, by the cloud user as read for this interaction (promise P4); empty where it
     * is allowed. Every handler that decides calls this, so that one decision reads the user once.
     */
    public List<DenialReason> denialReasons(DeviceOperation deviceOperation, DeviceId device) {
        return AccessRules.denialReasons(
                deviceOperation, in(device.account()).orElse(this).cloudUser(), device);
    }

    /** Whether the caller may know of the device. */
    public boolean canSee(Device device) {
        return denialReasons(DeviceOperation.VIEW_DEVICE, device.id()).isEmpty();
    }

    public Requester requester() {
        return new Requester(slackUser.id(), cloudUser.id(), cloudUser.label());
    }

    public Actor actor() {
        return Actor.of(requester()).inChannel(interaction.channel().value());
    }
}
