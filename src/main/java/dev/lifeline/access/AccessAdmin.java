package dev.lifeline.access;

/** How is a user's access changed at the provider? Each call is sent at most once; nothing is decided here. */
public interface AccessAdmin {

    /** Orders the change. */
    AccessChangeResult apply(AccessChange accessChange);
}
