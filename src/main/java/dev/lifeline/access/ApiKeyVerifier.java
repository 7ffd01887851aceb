package dev.lifeline.access;

import java.util.Optional;

/** Finds the cloud user to whom an API key belongs, by calling the provider with the key. The key is not kept (promise P6). */
public interface ApiKeyVerifier {

    /**
     * Returns the cloud user whom the provider authenticates with the key; empty when it refuses the key, or when the key
     * is not well-formed, which takes no call.
     *
     * <p>Makes one provider call, without retries, and blocks for at most 30 seconds and 15 seconds for a permit of the
     * rate limiter. Thread-safe.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when there is no usable answer
     */
    Optional<CloudUserId> verify(UserApiKey key);
}
