package dev.lifeline.access;

/** What would remove a denial reason. */
public enum Remedy {
    /** A user manager who holds the permission grants it. */
    GRANT_PERMISSION,
    /** A user manager activates the user. */
    MANAGE_USER,
    /** Nothing that a person whom the bot could name can do; the message itself says what helps. */
    NO_CONTACT
}
