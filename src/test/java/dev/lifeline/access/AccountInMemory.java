package dev.lifeline.access;

import dev.lifeline.device.ProviderUnreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An account that a test fills. */
final class AccountInMemory implements CloudUsers {

    final List<CloudUser> users = new ArrayList<>();
    boolean away;

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

    private List<CloudUser> users() {
        if (away) throw new ProviderUnreachable("away");
        return users;
    }

    /** Instead of the one with the same id. */
    void change(CloudUser user) {
        users.removeIf(one -> one.id().equals(user.id()));
        users.add(user);
    }

    static CloudUser with(CloudUser user, CloudUser.Status status) {
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

    static CloudUser with(CloudUser user, Optional<String> email) {
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

    static CloudUser with(CloudUser user, Set<Permission> permissions) {
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

    static CloudUser owner(CloudUser user) {
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

    static CloudUser below(CloudUser user, CloudUserId parent) {
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
