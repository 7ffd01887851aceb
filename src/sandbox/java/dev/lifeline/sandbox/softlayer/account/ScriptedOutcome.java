package dev.lifeline.sandbox.softlayer.account;

/** The outcome of an accepted transaction. */
public enum ScriptedOutcome {
    /** It completes. */
    COMPLETES,
    /** It stays in its first step for ever. */
    GETS_STUCK,
    /** It is accepted and never appears. */
    NEVER_STARTS,
    /** It shows, then is gone without a trace; the device stays as it was. */
    VANISHES
}
