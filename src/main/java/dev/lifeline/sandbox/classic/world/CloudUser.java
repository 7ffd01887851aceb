package dev.lifeline.sandbox.classic.world;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the account.
 *
 * @param name what the default world calls them, such as {@code asha}
 * @param parent nothing for the owner
 * @param permissions key names; the owner has none and may do everything
 */
public record CloudUser(
        long id,
        String name,
        String username,
        String firstName,
        String lastName,
        @Nullable Long parent,
        Set<String> permissions,
        Access guests,
        Access hardware) {

    public CloudUser {
        permissions = Set.copyOf(permissions);
    }

    public Optional<Long> parentId() {
        return Optional.ofNullable(parent);
    }

    public boolean isOwner() {
        return parent == null;
    }

    public String email() {
        return name + "@example.com";
    }

    /** The owner holds everything without a row saying so. */
    public boolean holds(String permission) {
        return isOwner() || permissions.contains(permission);
    }

    /** By list or by flag; whether the kind may be viewed at all is another question. */
    boolean reaches(Spec device) {
        String all = device.isGuest() ? Permission.ALL_GUESTS : Permission.ALL_HARDWARE;
        return isOwner() || permissions.contains(all) || accessTo(device.kind()).allows(device.id());
    }

    public Access accessTo(Kind kind) {
        return kind == Kind.VIRTUAL_GUEST ? guests : hardware;
    }

    /** Whether the provider's flag says so; the list of devices is empty then (softlayer.md 2.6). */
    public boolean hasFull(Kind kind) {
        String all = kind == Kind.VIRTUAL_GUEST ? Permission.ALL_GUESTS : Permission.ALL_HARDWARE;
        return isOwner() || permissions.contains(all) || accessTo(kind).isFull();
    }

    CloudUser granted(Set<String> more) {
        Set<String> all = new HashSet<>(permissions);
        all.addAll(more);
        return with(all, guests, hardware);
    }

    CloudUser revoked(Set<String> fewer) {
        Set<String> rest = new HashSet<>(permissions);
        rest.removeAll(fewer);
        return with(rest, guests, hardware);
    }

    CloudUser with(Kind kind, Access access) {
        return kind == Kind.VIRTUAL_GUEST ? with(permissions, access, hardware) : with(permissions, guests, access);
    }

    private CloudUser with(Set<String> permitted, Access toGuests, Access toHardware) {
        return new CloudUser(id, name, username, firstName, lastName, parent, permitted, toGuests, toHardware);
    }
}
