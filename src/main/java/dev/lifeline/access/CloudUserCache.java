package dev.lifeline.access;

import java.util.Optional;

/**
 * Cloud users as they were at most one minute ago, for display only. Decisions read {@link CloudUsers}, which is another
 * type so that the two cannot be mixed up.
 *
 * <p>Thread-safe. Keeps at most 10,000 users of this process.
 */
public interface CloudUserCache {

    /**
     * Returns the user, from memory or with one provider call; absent users are not remembered.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when the user is not remembered and the provider gives no
     *     usable answer
     */
    Optional<CloudUser> find(CloudUserId id);

    /** Forgets the user, after a change of their access. */
    void invalidate(CloudUserId id);
}
