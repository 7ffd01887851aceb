package dev.lifeline.account;

import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.Optional;

/**
 * Finds out to a user of which account a key belongs. The provider says only who the user is; the account is the one whose bot user sees
 * them. A key is shown to the endpoints that the settings name, one after the other.
 */
final class RoutedKeyVerifier implements ApiKeyVerifier {

    private final ByAccount<ApiKeyVerifier> verifiers;
    private final CloudUsers cloudUsers;

    RoutedKeyVerifier(ByAccount<ApiKeyVerifier> verifiers, CloudUsers cloudUsers) {
        this.verifiers = verifiers;
        this.cloudUsers = cloudUsers;
    }

    /** Of a key that no account knows the user, the user as the first account that accepts it names them: the caller does not find them. */
    @Override
    public Optional<CloudUserId> verify(UserApiKey key) {
        Optional<CloudUserId> stranger = Optional.empty();
        Optional<ProviderUnavailableException> outage = Optional.empty();
        for (AccountName account : verifiers.names()) {
            try {
                Optional<CloudUserId> user = verifiers.get(account).verify(key).map(id -> id.in(account));
                if (user.flatMap(cloudUsers::findById).isPresent()) return user;
                stranger = stranger.or(() -> user);
            } catch (ProviderUnavailableException e) {
                outage = outage.or(() -> Optional.of(e));
            }
        }
        if (outage.isPresent()) throw outage.get();
        return stranger;
    }
}
