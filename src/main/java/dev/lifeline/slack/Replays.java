package dev.lifeline.slack;

/** Was this very request taken before? A copy of a signed request is as good as the original, so each counts once. */
interface Replays {

    /** Remembers it; false when it was remembered already. */
    boolean first(String signature);

    /** Forgets it, so that Slack may send it again. */
    void forget(String signature);
}
