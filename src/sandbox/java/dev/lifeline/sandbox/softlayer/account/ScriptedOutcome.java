package dev.lifeline.sandbox.softlayer.account;

/** What becomes of a transaction that was accepted? */
public enum ScriptedOutcome {
    /** It ends as it should. */
    COMPLETES,
    /** It stays in its first step for ever. */
    GETS_STUCK,
    /** Accepted, and never heard of again. */
    NEVER_STARTS,
    /** It shows, then is gone without a trace; the device stays as it was. */
    VANISHES
}
