package dev.lifeline.testkit;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.Permission;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The cloud users of an account, in memory; they can be changed and made unavailable. */
public final class InMemoryCloudUsers implements CloudUsers {

    private final Map<CloudUserId, CloudUser> users = new LinkedHashMap<>();
    private final Queue<CloudUserId> reads = new ConcurrentLinkedQueue<>();
    private boolean unavailable;

    /** Adds the user, or replaces the one with the same id. */
    public InMemoryCloudUsers with(CloudUser user) {
        users.put(user.id(), user);
        return this;
    }

    /** The user was deleted on the account. */
    public void remove(CloudUserId id) {
        users.remove(id);
    }

    public InMemoryCloudUsers unavailable() {
        unavailable = true;
        return this;
    }

    @Override
    public List<CloudUser> findByEmail(String email) {
        return users().stream()
                .filter(user -> user.email().filter(email::equalsIgnoreCase).isPresent())
                .toList();
    }

    @Override
    public Optional<CloudUser> findByUsername(String username) {
        return users().stream()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst();
    }

    @Override
    public Optional<CloudUser> findById(CloudUserId id) {
        reads.add(id);
        return users().stream().filter(user -> user.id().equals(id)).findFirst();
    }

    /** The users that were read by their id, in order. */
    public List<CloudUserId> reads() {
        return List.copyOf(reads);
    }

    private Collection<CloudUser> users() {
        if (unavailable) throw new ProviderUnavailableException("away");
        return users.values();
    }

    public static CloudUser with(CloudUser user, CloudUser.Status status) {
        return user.withStatus(status);
    }

    public static CloudUser with(CloudUser user, Optional<String> email) {
        return user.withEmail(email);
    }

    public static CloudUser with(CloudUser user, Set<Permission> permissions) {
        return user.withPermissions(permissions);
    }

    public static CloudUser asOwner(CloudUser user) {
        return new CloudUser(
                user.id(),
                user.username(),
                user.email(),
                user.status(),
                true,
                Set.of(),
                user.deviceAccess(),
                Optional.empty());
    }

    public static CloudUser withParent(CloudUser user, CloudUserId parent) {
        return user.withParent(parent);
    }
}
