package dev.lifeline.access;

/**
 * Changes the access of cloud users at the provider. Decides nothing: the caller has checked {@link AccessChangeCheck}
 * before.
 */
public interface AccessAdmin {

    /**
     * Sends the change, as one provider command that is never repeated; the caller decides whether to try again. A revoked
     * permission is not taken from the users below: the provider is told not to cascade.
     *
     * <p>Blocks for at most 120 seconds for the command and 15 seconds for a permit of the rate limiter. Every failure is
     * an {@link AccessChangeResult}; nothing is thrown for it. Thread-safe.
     */
    AccessChangeResult apply(AccessChange accessChange);
}
