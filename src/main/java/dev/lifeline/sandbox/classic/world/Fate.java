package dev.lifeline.sandbox.classic.world;

/** What becomes of a transaction that was accepted? */
public enum Fate {
    /** It ends as it should. */
    ENDS,
    /** It stays in its first step for ever. */
    STICKS,
    /** Accepted, and never heard of again. */
    NEVER_STARTS,
    /** It shows, then is gone without a trace; the device stays as it was. */
    VANISHES
}
