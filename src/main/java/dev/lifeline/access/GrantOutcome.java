package dev.lifeline.access;

/** What came of ordering a change of access? Only reading the user again says how it is now. */
public sealed interface GrantOutcome {

    /** The provider says that it is done. */
    record Accepted() implements GrantOutcome {}

    /** It never left, so nothing was done. */
    record NotSent(String detail) implements GrantOutcome {}

    /** The provider says no, so nothing was done. */
    record TurnedAway(Because because, String detail) implements GrantOutcome {}

    /** The answer was lost, or says nothing. */
    record Unconfirmed(String detail) implements GrantOutcome {}

    /** Why does the provider say no? (softlayer.md 2.6) */
    enum Because {
        /** It is the account that the bot itself acts as. */
        BOTS_OWN_ACCOUNT,
        /** The owner's device access is not granted or denied. */
        OWNER,
        /** The bot's user is not above the user, or does not manage users. */
        NOT_BELOW_THE_BOT,
        /** The user's parent does not have the device. */
        PARENT_LACKS,
        /** A child of the user holds the permission. */
        CHILD_HOLDS,
        /** The provider does not know the permission any more. */
        UNKNOWN_PERMISSION,
        /** The permission cannot be added: the bot's user does not hold it, or it is managed elsewhere. */
        NOT_ADDED,
        /** Anything else that says that the bot may not. */
        BOT_MAY_NOT
    }
}
