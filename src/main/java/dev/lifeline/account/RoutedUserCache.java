package dev.lifeline.account;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import java.util.Optional;

/** What is remembered of the users of all accounts. */
record RoutedUserCache(ByAccount<CloudUserCache> byAccount) implements CloudUserCache {

    @Override
    public Optional<CloudUser> find(CloudUserId id) {
        return byAccount.get(id.account()).find(NamedCloudUsers.unnamed(id)).map(user -> user.in(id.account()));
    }

    @Override
    public void invalidate(CloudUserId id) {
        byAccount.get(id.account()).invalidate(NamedCloudUsers.unnamed(id));
    }
}
