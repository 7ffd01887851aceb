package dev.lifeline.access;

import java.util.Locale;

/** Why may this person not do this? The reason; the phrasebook adds what to do next and who can do it. */
public sealed interface DenialReason {

    /** What would mend it? */
    default Remedy remedy() {
        return Remedy.NO_CONTACT;
    }

    /** Not a member of the bot's own workspace. */
    record NotWorkspaceMember(SlackUser.UserKind userKind) implements DenialReason {}

    /** Slack tells no e-mail, so nothing says who they are on the account. */
    record NoEmail() implements DenialReason {}

    /** No ACTIVE user of the account has their e-mail. */
    record NoCloudUser(String email) implements DenialReason {}

    /** Several ACTIVE users of the account share their e-mail. */
    record AmbiguousCloudUser(String email) implements DenialReason {}

    /** Who they are has to be shown once: their address is not enough. */
    record LinkRequired(Reason reason) implements DenialReason {
        /** Why is it not enough? */
        public enum Reason {
            /** The cloud user owns the account, or may manage users. */
            PRIVILEGED_USER,
            /** A link was cut, and is not tied again by itself. */
            UNLINKED
        }
    }

    /** What their link was made by has changed since, so it is not trusted any more. */
    record LinkOutdated(ChangedEmail changedEmail) implements DenialReason {
        /** Which address is another one now? */
        public enum ChangedEmail {
            SLACK_EMAIL,
            CLOUD_EMAIL
        }
    }

    /** Nobody is served in this channel; the operator says in which. */
    record ChannelNotServed(String channelId) implements DenialReason {}

    /** Their cloud user was removed, or the bot may not see it any more. */
    record CloudUserGone() implements DenialReason {}

    /** Their cloud user is not ACTIVE. */
    record CloudUserNotActive(String username, CloudUser.Status status) implements DenialReason {
        /** The status as people read it. */
        public String statusLabel() {
            return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public Remedy remedy() {
            return Remedy.MANAGE_USER;
        }
    }

    /** Their cloud user lacks a permission. */
    record MissingPermission(String username, Permission permission) implements DenialReason {
        @Override
        public Remedy remedy() {
            return Remedy.GRANT_PERMISSION;
        }
    }

    /** Their Slack account stands for another cloud user now than when they asked, so what was agreed to is not theirs. */
    record Relinked(String username) implements DenialReason {}

    /** The device is absent, or not theirs to see: one sentence for both, so that nobody learns which. */
    record DeviceNotFound(String input) implements DenialReason {}

    /** The provider or Slack cannot be asked just now, and nobody is waved through unasked. */
    record UpstreamUnavailable() implements DenialReason {}

    /** Nobody changes their own access, whichever Slack account they use. */
    record SelfChange() implements DenialReason {}

    /** The user whose access is to be changed counts as the account's owner. */
    record TargetIsMasterUser(String username) implements DenialReason {}

    /** The user whose access is to be changed is not below the one who wants to change it. */
    record TargetNotDescendant(String username) implements DenialReason {}

    /** One passes on, or takes away, only what one holds. */
    record CannotDelegate(Permission permission) implements DenialReason {}

    /** A permission that is given at the provider's portal only, since it makes others powerful. */
    record PortalOnlyPermission(Permission permission) implements DenialReason {}

    /** They reach every device of a kind, so taking one away would change what they reach of all (softlayer.md trap 18). */
    record HasAllDevices(String username) implements DenialReason {}

    /** The user whose access is to be changed is not there, or hidden from the bot. */
    record TargetUserGone(String username) implements DenialReason {}
}
