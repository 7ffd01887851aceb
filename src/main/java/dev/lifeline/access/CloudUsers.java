package dev.lifeline.access;

import java.util.List;
import java.util.Optional;

/**
 * Who is on the cloud account, and what may they do? Always read afresh; throws {@link
 * dev.lifeline.device.ProviderUnavailableException} when the provider gives no usable answer.
 */
public interface CloudUsers {

    /** Every user whose e-mail is exactly this, in any case, whatever their status. */
    List<CloudUser> findByEmail(String email);

    /** The user of exactly this name, in any case, whatever their status. */
    Optional<CloudUser> findByUsername(String username);

    /** The user as they are now; empty when absent or not ours to see. */
    Optional<CloudUser> findById(CloudUserId id);
}
