package dev.lifeline.slack.port;

/**
 * Request signatures that were accepted before, shared by all replicas: a copy of a signed request is as valid as the original, so each
 * signature counts once. Implementations are thread-safe.
 */
public interface SeenSignatures {

    /**
     * Begins to record a signature for longer than the 10 minutes in which its timestamp can be valid. It shares the write of the
     * interaction that follows, where one does.
     *
     * @throws RuntimeException when it cannot be recorded; the request must then be rejected
     */
    Mark mark(String signature);

    /** Has a signature removed soon, so that Slack may deliver the request again. Does not wait for it. */
    void forget(String signature);

    /** A signature that is being recorded. */
    @FunctionalInterface
    interface Mark {

        /**
         * Whether it was recorded before. Blocks until that is known, a second at most.
         *
         * @throws RuntimeException when it cannot be recorded; the request must then be rejected
         */
        boolean isCopy();
    }
}
