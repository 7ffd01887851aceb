package dev.lifeline.handler;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import java.util.Optional;
import java.util.Set;

/** Remembers that everybody may do everything: a decision that believes it is wrong. */
final class PermissiveCloudUserCache implements CloudUserCache {
    @Override
    public Optional<CloudUser> find(CloudUserId id) {
        DeviceAccess all = new DeviceAccess(true, true, Set.of());
        Optional<String> email = Optional.empty();
        CloudUser.Status active = CloudUser.Status.ACTIVE;
        return Optional.of(new CloudUser(id, "remembered", email, active, true, Set.of(), all, Optional.empty()));
    }

    @Override
    public void invalidate(CloudUserId id) {}
}
