package dev.lifeline.access;

import java.util.function.BooleanSupplier;

/**
 * Changes the access of cloud users at the provider. Decides nothing: the caller has checked {@link AccessChangeCheck}
 * before.
 */
public interface AccessAdmin {

    /**
     * Prepares the change with everything that its command needs, so that only the one call lies between its claim and its result. Sends no
     * command; may block while a token is fetched. Thread-safe.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when no token can be had just now
     */
    PreparedChange prepare(AccessChange accessChange);

    /** A change with everything that its command needs. */
    @FunctionalInterface
    interface PreparedChange {

        /**
         * Sends the change, as one provider command that is never repeated; the caller decides whether to try again. A revoked
         * permission is not taken from the users below: the provider is told not to cascade.
         *
         * <p>Blocks for at most 120 seconds for the command and 15 seconds for a permit of the rate limiter. Every failure is
         * an {@link AccessChangeResult}; nothing is thrown for it.
         *
         * @param maySend asked once, after every wait and right before the first byte leaves; where it says no, the result is {@link
         *     AccessChangeResult.NotSent}
         */
        AccessChangeResult send(BooleanSupplier maySend);
    }
}
