package dev.lifeline.access;

import dev.lifeline.device.Outage;
import java.util.Locale;

/** Why an operation is denied. The message catalogue adds what to do next and who can do it. */
public sealed interface DenialReason {

    /** What would remove the reason. */
    default Remedy remedy() {
        return Remedy.NO_CONTACT;
    }

    /** Not a member of the bot's own workspace. */
    record NotWorkspaceMember(SlackUser.UserKind userKind) implements DenialReason {}

    /** Slack gives no confirmed e-mail address, so that no cloud user can be found by it. */
    record NoEmail(SlackUser.EmailAbsence absence) implements DenialReason {}

    /** Slack gives no e-mail address any more, so that the one of the link cannot be compared with it. */
    record EmailNotComparable(SlackUser.EmailAbsence absence) implements DenialReason {}

    /** No ACTIVE cloud user has the Slack user's address. */
    record NoCloudUser(String email) implements DenialReason {}

    /** Several ACTIVE cloud users share the Slack user's address. */
    record AmbiguousCloudUser(String email) implements DenialReason {}

    /** The user has to link their account explicitly: the address is not enough. */
    record LinkRequired(Reason reason) implements DenialReason {
        /** Why the address is not enough. */
        public enum Reason {
            /** The cloud user owns the account or may manage users. */
            PRIVILEGED_USER,
            /** The link was revoked, and an address does not link it again. */
            UNLINKED
        }
    }

    /** An address that the link was made by has changed since. */
    record LinkOutdated(ChangedEmail changedEmail) implements DenialReason {
        /** Which address changed. */
        public enum ChangedEmail {
            SLACK_EMAIL,
            /** Slack gave none when the link was made, and gives one now. */
            FIRST_SLACK_EMAIL,
            CLOUD_EMAIL
        }
    }

    /** The operator has limited the bot to other channels. */
    record ChannelNotServed(String channelId) implements DenialReason {}

    /** The linked cloud user was removed, or is hidden from the bot's user. */
    record CloudUserGone() implements DenialReason {}

    /** The linked cloud user is not ACTIVE. */
    record CloudUserNotActive(String username, CloudUser.Status status) implements DenialReason {
        /** The status in lower case with spaces. */
        public String statusLabel() {
            return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public Remedy remedy() {
            return Remedy.MANAGE_USER;
        }
    }

    /** The cloud user lacks a permission. */
    record MissingPermission(String username, Permission permission) implements DenialReason {
        @Override
        public Remedy remedy() {
            return Remedy.GRANT_PERMISSION;
        }
    }

    /** The Slack user is linked to another cloud user now than at the request, so that approvals do not apply to them. */
    record Relinked(String username) implements DenialReason {}

    /** The device is absent or hidden from the user: one reason for both, so that a denial does not disclose which (promise P4). */
    record DeviceNotFound(String input) implements DenialReason {}

    /** Slack or the provider gives no usable answer; what cannot be checked is denied. */
    record UpstreamUnavailable(Outage outage) implements DenialReason {}

    /** A user cannot change their own access, from any Slack account. */
    record SelfChange() implements DenialReason {}

    /** The user whose access is to be changed has the owner's rights. */
    record TargetIsMasterUser(String username) implements DenialReason {}

    /** The user whose access is to be changed is not below the manager. */
    record TargetNotDescendant(String username) implements DenialReason {}

    /** A manager grants and revokes only permissions that they hold. */
    record CannotDelegate(Permission permission) implements DenialReason {}

    /** The permission is granted at the provider's portal only, because it makes its holder powerful. */
    record PortalOnlyPermission(Permission permission) implements DenialReason {}

    /**
     * The user has access to every device of the type, so that revoking one would change access to all
     * (src/docs/platform/softlayer.md, section Users and permissions).
     */
    record HasAllDevices(String username) implements DenialReason {}

    /** The user whose access is to be changed is absent or hidden from the bot's user. */
    record TargetUserGone(String username) implements DenialReason {}
}
