package dev.lifeline.access;

import java.util.Optional;

/** Whose key is this? Asked of the provider with the key itself, in one read; afterwards nobody knows the key any more. */
public interface ApiKeyVerifier {

    /**
     * The cloud user that the provider takes the bearer for; empty when it refuses the key.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when there is no usable answer
     */
    Optional<CloudUserId> verify(UserApiKey key);
}
