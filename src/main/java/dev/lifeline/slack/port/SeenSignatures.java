package dev.lifeline.slack.port;

/**
 * Request signatures that were accepted before, shared by all replicas: a copy of a signed request is as valid as the original, so each
 * signature counts once. Implementations are thread-safe and may block for one database write.
 */
public interface SeenSignatures {

    /**
     * Records a signature for longer than the 10 minutes in which its timestamp can be valid.
     *
     * @return false when it was recorded before
     * @throws RuntimeException when it cannot be recorded; the request must then be rejected
     */
    boolean markSeen(String signature);

    /** Removes a signature, so that Slack may deliver the request again. */
    void forget(String signature);
}
