package dev.lifeline.access;

/** What does somebody want to do to a device? Each deed has its own list of rules. */
public enum Deed {
    SEE,
    LAUNCH,
    RETURN
}
