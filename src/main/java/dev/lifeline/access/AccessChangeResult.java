package dev.lifeline.access;

/** What the provider answered to a change of access. Only a fresh read of the user shows the access as it is now. */
public sealed interface AccessChangeResult {

    /** The provider reports that it is done. */
    record Accepted() implements AccessChangeResult {}

    /** The command was not sent, so nothing was done. */
    record NotSent(String detail) implements AccessChangeResult {}

    /** The provider refused, so nothing was done. */
    record Rejected(RejectionReason reason, String detail) implements AccessChangeResult {}

    /** The command was sent and its response is lost or says nothing. */
    record Unconfirmed(String detail) implements AccessChangeResult {}

    /** Why the provider refused (src/docs/platform/softlayer.md, section Users and permissions). */
    enum RejectionReason {
        /** The target is the user that the bot itself acts as. */
        BOT_ACCOUNT,
        /** The account owner's device access cannot be granted or revoked. */
        MASTER_USER,
        /** The bot's user is not above the target, or does not manage users. */
        BOT_NOT_ANCESTOR,
        /** The user's parent does not have the device. */
        PARENT_LACKS_DEVICE,
        /** A child of the user holds the permission. */
        CHILD_HOLDS_PERMISSION,
        /** The provider no longer knows the permission. */
        UNKNOWN_PERMISSION,
        /** The permission cannot be added: the bot's user does not hold it, or it is managed elsewhere. */
        PERMISSION_NOT_ADDED,
        /** Any other refusal for lack of rights of the bot's user. */
        BOT_NOT_PERMITTED
    }
}
