package dev.lifeline.sandbox.classic.world;

import dev.lifeline.sandbox.classic.query.ApiError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may give what to whom? Users act on their children and below, never on themselves; only what one holds can be
 * passed on; the owner can change anybody (softlayer.md 2.6).
 */
public final class Grants {

    private final People people;

    public Grants(People people) {
        this.people = people;
    }

    /** {@code addBulkPortalPermission}: adding what is there already changes nothing. */
    public void addPermissions(CloudUser giver, CloudUser to, List<String> keyNames) {
        Set<String> wanted = known(keyNames);
        refuseSelf(giver, to, "You may not add permissions to your account.");
        for (String permission : wanted)
            if (!giver.holds(permission) || !mayManage(giver, to))
                throw ApiError.publicly("Unable to add user permission " + permission + ".");
        people.change(to.id(), user -> user.granted(wanted));
    }

    /**
     * {@code removeBulkPortalPermission}.
     *
     * @param cascade false: refused while a child holds one of them; true: all below lose them too
     */
    public void removePermissions(CloudUser giver, CloudUser from, List<String> keyNames, boolean cascade) {
        Set<String> unwanted = known(keyNames);
        refuseSelf(giver, from, "You may not remove permissions from your account.");
        if (!mayManage(giver, from)) throw ApiError.publicly("You may not remove permissions from this account.");
        List<CloudUser> below =
                people.all().stream().filter(user -> people.isAbove(from, user)).toList();
        if (!cascade && below.stream().anyMatch(user -> holdsAny(user, unwanted)))
            throw ApiError.publicly("A child user of this account has a permission that you are trying to remove.");
        people.change(from.id(), user -> user.revoked(unwanted));
        below.forEach(child -> people.change(child.id(), user -> user.revoked(unwanted)));
    }

    private static boolean holdsAny(CloudUser user, Set<String> permissions) {
        return permissions.stream().anyMatch(user.permissions()::contains);
    }

    private static Set<String> known(List<String> keyNames) {
        for (String name : keyNames) {
            if (name.isBlank()) throw ApiError.publicly("Please specify a permission key name.");
            if (Permission.named(name).isEmpty())
                throw ApiError.publicly("Unable to locate a permission with the key name " + name + ".");
        }
        return new HashSet<>(keyNames);
    }

    /** {@code add…Access}; the target's parent must have the device. */
    public void addAccess(CloudUser giver, CloudUser to, List<Device> devices) {
        refuseAccessChange(giver, to);
        CloudUser parent = to.parentId().flatMap(people::withId).orElse(to);
        for (Device device : devices)
            if (!parent.reaches(device.spec()))
                throw ApiError.publicly("You may not add " + word(device)
                        + " permissions that the parent does not possess to this account.");
        byKind(devices)
                .forEach((kind, ids) -> people.change(
                        to.id(), user -> user.with(kind, user.accessTo(kind).with(ids))));
    }

    private static String word(Device device) {
        return device.spec().isGuest() ? "virtual guest" : "hardware";
    }

    /** {@code remove…Access}; full access becomes all but these. */
    public void removeAccess(CloudUser giver, CloudUser from, List<Device> devices) {
        refuseAccessChange(giver, from);
        byKind(devices).forEach((kind, ids) -> people.change(from.id(), user -> withoutFull(user, kind, ids)));
    }

    private static CloudUser withoutFull(CloudUser user, Kind kind, Set<Long> ids) {
        Access before = user.hasFull(kind) ? Access.FULL : user.accessTo(kind);
        return user.revoked(Set.of(kind.fullAccess())).with(kind, before.without(ids));
    }

    private static Map<Kind, Set<Long>> byKind(List<Device> devices) {
        return devices.stream()
                .collect(Collectors.groupingBy(
                        device -> device.spec().kind(), Collectors.mapping(Device::id, Collectors.toSet())));
    }

    private void refuseAccessChange(CloudUser giver, CloudUser to) {
        if (to.isOwner()) throw ApiError.publicly("You may not grant or deny Master User device access.");
        refuseSelf(giver, to, "You may not grant or deny yourself device access.");
        if (!mayManage(giver, to)) throw ApiError.publicly("You may not grant or deny device access to other users.");
    }

    private static void refuseSelf(CloudUser giver, CloudUser to, String error) {
        if (giver.id() == to.id()) throw ApiError.publicly(error);
    }

    private boolean mayManage(CloudUser giver, CloudUser other) {
        return giver.mayEverything() || (giver.holds(Permission.MANAGE_USERS) && people.isAbove(giver, other));
    }
}
