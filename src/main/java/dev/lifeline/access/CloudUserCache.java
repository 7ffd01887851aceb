package dev.lifeline.access;

import java.util.Optional;

/**
 * Who was a user of the account a short while ago? For showing only: what is decided is read afresh from {@link CloudUsers}, which is
 * another type for that reason.
 */
public interface CloudUserCache {

    /** The user as they were a minute ago at most; throws {@link dev.lifeline.device.ProviderUnavailableException} when asked for in vain. */
    Optional<CloudUser> find(CloudUserId id);

    /** The user was changed just now: what is remembered is not shown any more. */
    void invalidate(CloudUserId id);
}
