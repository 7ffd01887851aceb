package dev.lifeline.slack.port;

/**
 * Was this very request taken before? A copy of a signed request is as good as the original, so each counts once, whichever replica
 * it comes to.
 */
public interface SeenSignatures {

    /**
     * Remembers it, for longer than a signature is good.
     *
     * @return false when it was remembered already
     * @throws RuntimeException when it cannot be remembered; then the request may not be taken
     */
    boolean markSeen(String signature);

    /** Forgets it, so that the platform may send it again. */
    void forget(String signature);
}
