package dev.lifeline.testkit;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.Permission;
import dev.lifeline.device.ProviderUnreachable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The account's users, who can be changed, and who can be out of reach. */
public final class AccountInMemory implements CloudUsers {

    private final Map<CloudUserId, CloudUser> users = new LinkedHashMap<>();
    private boolean away;

    /** Instead of the one with the same id. */
    public AccountInMemory with(CloudUser user) {
        users.put(user.id(), user);
        return this;
    }

    public AccountInMemory away() {
        away = true;
        return this;
    }

    @Override
    public List<CloudUser> withEmail(String email) {
        return users().stream()
                .filter(user -> user.email().filter(email::equalsIgnoreCase).isPresent())
                .toList();
    }

    @Override
    public Optional<CloudUser> named(String username) {
        return users().stream()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst();
    }

    @Override
    public Optional<CloudUser> read(CloudUserId id) {
        return users().stream().filter(user -> user.id().equals(id)).findFirst();
    }

    private Collection<CloudUser> users() {
        if (away) throw new ProviderUnreachable("away");
        return users.values();
    }

    public static CloudUser with(CloudUser user, CloudUser.Status status) {
        return new CloudUser(
                user.id(),
                user.username(),
                user.email(),
                status,
                user.masterLike(),
                user.permissions(),
                user.access(),
                user.parent());
    }

    public static CloudUser with(CloudUser user, Optional<String> email) {
        return new CloudUser(
                user.id(),
                user.username(),
                email,
                user.status(),
                user.masterLike(),
                user.permissions(),
                user.access(),
                user.parent());
    }

    public static CloudUser with(CloudUser user, Set<Permission> permissions) {
        return new CloudUser(
                user.id(),
                user.username(),
                user.email(),
                user.status(),
                user.masterLike(),
                permissions,
                user.access(),
                user.parent());
    }

    public static CloudUser owner(CloudUser user) {
        return new CloudUser(
                user.id(),
                user.username(),
                user.email(),
                user.status(),
                true,
                Set.of(),
                user.access(),
                Optional.empty());
    }

    public static CloudUser below(CloudUser user, CloudUserId parent) {
        return new CloudUser(
                user.id(),
                user.username(),
                user.email(),
                user.status(),
                user.masterLike(),
                user.permissions(),
                user.access(),
                Optional.of(parent));
    }
}
