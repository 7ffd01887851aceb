package dev.lifeline.access;

/** How is a user's access changed at the provider? Each call is sent at most once; nothing is decided here. */
public interface Grants {

    /** Orders the change. */
    GrantOutcome order(Change change);
}
