package dev.lifeline.access;

import dev.lifeline.device.AccountName;
import java.util.List;
import java.util.Optional;

/**
 * Reads users of the cloud account, always afresh.
 *
 * <p>Thread-safe. Every method blocks for its provider calls, each at most 30 seconds and repeated up to 3 times while the
 * provider fails transiently, and throws {@link dev.lifeline.device.ProviderUnavailableException} when there is no usable
 * answer. Calls: {@link #findById} one, the searches one for each page of 100 rows and one for each match; one more for a
 * user whose row does not say who the owner is.
 */
public interface CloudUsers {

    /** The accounts whose users are read, the main one first. Without a call. */
    default List<AccountName> accounts() {
        return List.of(AccountName.MAIN);
    }

    /** The users of one account; the searches of several accounts together are those of the main one. */
    default CloudUsers in(AccountName account) {
        return this;
    }

    /**
     * Every user with exactly this address, ignoring case, whatever their status, in the order of their ids; empty for a
     * blank text.
     */
    List<CloudUser> findByEmail(String email);

    /** The user with exactly this name, ignoring case, whatever their status. */
    Optional<CloudUser> findByUsername(String username);

    /** The user; empty when absent or hidden from the bot's user, which the provider does not tell apart. */
    Optional<CloudUser> findById(CloudUserId id);
}
