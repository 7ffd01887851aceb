package dev.lifeline.handler.link;

import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.message.reply.LinkPages.KeyRejection;
import java.util.Optional;

/** Finds the active cloud user to whom an API key belongs. Blocks for as long as the provider takes. */
public final class KeyOwnerLookup {

    private final ApiKeyVerifier apiKeyVerifier;
    private final CloudUsers cloudUsers;

    public KeyOwnerLookup(ApiKeyVerifier apiKeyVerifier, CloudUsers cloudUsers) {
        this.apiKeyVerifier = apiKeyVerifier;
        this.cloudUsers = cloudUsers;
    }

    /** Either the user or the reason why there is none. */
    record KeyOwner(Optional<CloudUser> user, Optional<KeyRejection> rejection) {

        private static KeyOwner of(CloudUser user) {
            return new KeyOwner(Optional.of(user), Optional.empty());
        }

        private static KeyOwner rejected(KeyRejection rejection) {
            return new KeyOwner(Optional.empty(), Optional.of(rejection));
        }
    }

    /**
     * Finds the user of a key.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when the provider gives no usable answer
     */
    KeyOwner find(UserApiKey key) {
        Optional<CloudUserId> id = apiKeyVerifier.verify(key);
        if (id.isEmpty()) return KeyOwner.rejected(KeyRejection.INVALID_KEY);
        Optional<CloudUser> user = cloudUsers.findById(id.get());
        if (user.isEmpty()) return KeyOwner.rejected(KeyRejection.OTHER_ACCOUNT);
        return user.get().status() == CloudUser.Status.ACTIVE
                ? KeyOwner.of(user.get())
                : KeyOwner.rejected(KeyRejection.USER_INACTIVE);
    }
}
