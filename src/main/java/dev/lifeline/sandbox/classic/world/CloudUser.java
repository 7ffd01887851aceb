package dev.lifeline.sandbox.classic.world;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the account.
 *
 * @param parent nothing for the owner
 * @param standing whether they may log in, and as what
 * @param permissions key names; the owner has none and may do everything
 */
public record CloudUser(
        long id,
        Name called,
        @Nullable Long parent,
        Standing standing,
        Set<String> permissions,
        Access guests,
        Access hardware) {

    /**
     * How a user is called.
     *
     * @param name what the default world calls them, such as {@code asha}
     */
    public record Name(String name, String username, String first, String last) {}

    /**
     * Whether a user may log in, and whether IAM gives them all a master's permissions.
     *
     * @param likeMaster the {@code permissionCheckLikeMasterUserFlag}
     */
    public record Standing(UserStatus status, boolean likeMaster) {
        static final Standing ORDINARY = new Standing(UserStatus.ACTIVE, false);
    }

    public CloudUser {
        permissions = Set.copyOf(permissions);
    }

    public String name() {
        return called.name();
    }

    public String username() {
        return called.username();
    }

    public String email() {
        return called.name() + "@example.com";
    }

    public Optional<Long> parentId() {
        return Optional.ofNullable(parent);
    }

    public boolean isOwner() {
        return parent == null;
    }

    public boolean isActive() {
        return standing.status() == UserStatus.ACTIVE;
    }

    /** The owner and those treated alike may do everything without a row saying so. */
    boolean mayEverything() {
        return isOwner() || standing.likeMaster();
    }

    public boolean holds(String permission) {
        return mayEverything() || permissions.contains(permission);
    }

    /** By list or by flag; whether the kind may be viewed at all is another question. */
    boolean reaches(Spec device) {
        return mayEverything()
                || permissions.contains(device.kind().fullAccess())
                || accessTo(device.kind()).allows(device.id());
    }

    public Access accessTo(Kind kind) {
        return kind == Kind.VIRTUAL_GUEST ? guests : hardware;
    }

    /** Whether the provider's flag says so; the list of devices is empty then (softlayer.md 2.6). */
    public boolean hasFull(Kind kind) {
        return isOwner()
                || permissions.contains(kind.fullAccess())
                || accessTo(kind).isFull();
    }

    CloudUser granted(Set<String> more) {
        Set<String> all = new HashSet<>(permissions);
        all.addAll(more);
        return with(all);
    }

    CloudUser revoked(Set<String> fewer) {
        Set<String> rest = new HashSet<>(permissions);
        rest.removeAll(fewer);
        return with(rest);
    }

    CloudUser with(Kind kind, Access access) {
        boolean guest = kind == Kind.VIRTUAL_GUEST;
        return new CloudUser(
                id, called, parent, standing, permissions, guest ? access : guests, guest ? hardware : access);
    }

    CloudUser with(UserStatus status) {
        return with(new Standing(status, standing.likeMaster()));
    }

    CloudUser likeMaster(boolean like) {
        return with(new Standing(standing.status(), like));
    }

    private CloudUser with(Standing other) {
        return new CloudUser(id, called, parent, other, permissions, guests, hardware);
    }

    private CloudUser with(Set<String> permitted) {
        return new CloudUser(id, called, parent, standing, permitted, guests, hardware);
    }
}
