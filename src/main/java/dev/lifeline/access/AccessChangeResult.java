package dev.lifeline.access;

/** What came of ordering a change of access? Only reading the user again says how it is now. */
public sealed interface AccessChangeResult {

    /** The provider says that it is done. */
    record Accepted() implements AccessChangeResult {}

    /** It never left, so nothing was done. */
    record NotSent(String detail) implements AccessChangeResult {}

    /** The provider says no, so nothing was done. */
    record Rejected(RejectionReason reason, String detail) implements AccessChangeResult {}

    /** The answer was lost, or says nothing. */
    record Unconfirmed(String detail) implements AccessChangeResult {}

    /** Why does the provider say no? (softlayer.md 2.6) */
    enum RejectionReason {
        /** It is the account that the bot itself acts as. */
        BOT_ACCOUNT,
        /** The owner's device access is not granted or denied. */
        MASTER_USER,
        /** The bot's user is not above the user, or does not manage users. */
        BOT_NOT_ANCESTOR,
        /** The user's parent does not have the device. */
        PARENT_LACKS_DEVICE,
        /** A child of the user holds the permission. */
        CHILD_HOLDS_PERMISSION,
        /** The provider does not know the permission any more. */
        UNKNOWN_PERMISSION,
        /** The permission cannot be added: the bot's user does not hold it, or it is managed elsewhere. */
        PERMISSION_NOT_ADDED,
        /** Anything else that says that the bot may not. */
        BOT_NOT_PERMITTED
    }
}
