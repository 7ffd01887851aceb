package dev.lifeline.transport;

/**
 * Asked whether a request may leave, when its connection is established and no byte of it was written: a process that stood still since the
 * request was prepared may have lost the right to send it. Called by the thread that sends.
 */
@FunctionalInterface
public interface SendGuard {

    /** For requests that may leave at any time. */
    SendGuard NONE = () -> {};

    /** Throws a {@link RuntimeException} when the request must not leave. */
    void check();
}
