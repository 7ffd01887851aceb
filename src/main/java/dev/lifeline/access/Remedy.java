package dev.lifeline.access;

/** What would mend an objection? */
public enum Remedy {
    /** Somebody who manages the account's users, and holds the permission themselves, grants it. */
    GRANT_PERMISSION,
    /** Somebody who manages the account's users sets the user to rights. */
    MANAGE_USER,
    /** Nothing that a person whom the bot could name could do: the sentence itself says what helps. */
    NO_CONTACT
}
