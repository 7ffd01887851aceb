package dev.lifeline.sandbox.softlayer.account;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
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

    private final CloudUsers users;

    public Grants(CloudUsers users) {
        this.users = users;
    }

    /** {@code addBulkPortalPermission}: adding what is there already changes nothing. */
    public void addPermissions(CloudUser giver, CloudUser to, List<String> keyNames) {
        Set<String> wanted = requireKnown(keyNames);
        requireNotSelf(giver, to, "You may not add permissions to your account.");
        for (String permission : wanted)
            if (!giver.hasPermission(permission) || !mayManage(giver, to))
                throw SoftLayerException.publicError("Unable to add user permission " + permission + ".");
        users.update(to.id(), user -> user.withPermissions(wanted));
    }

    /**
     * {@code removeBulkPortalPermission}.
     *
     * @param cascade false: refused while a child holds one of them; true: all below lose them too
     */
    public void removePermissions(CloudUser giver, CloudUser from, List<String> keyNames, boolean cascade) {
        Set<String> unwanted = requireKnown(keyNames);
        requireNotSelf(giver, from, "You may not remove permissions from your account.");
        if (!mayManage(giver, from)) throw SoftLayerException.publicError("You may not remove permissions from this account.");
        List<CloudUser> below =
                users.all().stream().filter(user -> users.isAncestor(from, user)).toList();
        if (!cascade && below.stream().anyMatch(user -> hasAnyPermission(user, unwanted)))
            throw SoftLayerException.publicError("A child user of this account has a permission that you are trying to remove.");
        users.update(from.id(), user -> user.withoutPermissions(unwanted));
        below.forEach(child -> users.update(child.id(), user -> user.withoutPermissions(unwanted)));
    }

    private static boolean hasAnyPermission(CloudUser user, Set<String> permissions) {
        return permissions.stream().anyMatch(user.permissions()::contains);
    }

    private static Set<String> requireKnown(List<String> keyNames) {
        for (String name : keyNames) {
            if (name.isBlank()) throw SoftLayerException.publicError("Please specify a permission key name.");
            if (Permission.findByKeyName(name).isEmpty())
                throw SoftLayerException.publicError("Unable to locate a permission with the key name " + name + ".");
        }
        return new HashSet<>(keyNames);
    }

    /** {@code add…Access}; the target's parent must have the device. */
    public void addAccess(CloudUser giver, CloudUser to, List<Device> devices) {
        requireMayChangeAccess(giver, to);
        CloudUser parent = to.parentId().flatMap(users::findById).orElse(to);
        for (Device device : devices)
            if (!parent.hasAccessTo(device.spec()))
                throw SoftLayerException.publicError("You may not add " + typeName(device)
                        + " permissions that the parent does not possess to this account.");
        idsByType(devices)
                .forEach((deviceType, ids) -> users.update(
                        to.id(), user -> user.with(deviceType, user.accessTo(deviceType).withDevices(ids))));
    }

    private static String typeName(Device device) {
        return device.spec().isGuest() ? "virtual guest" : "hardware";
    }

    /** {@code remove…Access}; full access becomes all but these. */
    public void removeAccess(CloudUser giver, CloudUser from, List<Device> devices) {
        requireMayChangeAccess(giver, from);
        idsByType(devices).forEach((deviceType, ids) -> users.update(from.id(), user -> withoutDevices(user, deviceType, ids)));
    }

    private static CloudUser withoutDevices(CloudUser user, DeviceType deviceType, Set<Long> ids) {
        DeviceAccessList before = user.hasFullAccess(deviceType) ? DeviceAccessList.ALL_DEVICES : user.accessTo(deviceType);
        return user.withoutPermissions(Set.of(deviceType.fullAccessPermission())).with(deviceType, before.withoutDevices(ids));
    }

    private static Map<DeviceType, Set<Long>> idsByType(List<Device> devices) {
        return devices.stream()
                .collect(Collectors.groupingBy(
                        device -> device.spec().deviceType(), Collectors.mapping(Device::id, Collectors.toSet())));
    }

    private void requireMayChangeAccess(CloudUser giver, CloudUser to) {
        if (to.isMasterUser()) throw SoftLayerException.publicError("You may not grant or deny Master User device access.");
        requireNotSelf(giver, to, "You may not grant or deny yourself device access.");
        if (!mayManage(giver, to)) throw SoftLayerException.publicError("You may not grant or deny device access to other users.");
    }

    private static void requireNotSelf(CloudUser giver, CloudUser to, String error) {
        if (giver.id() == to.id()) throw SoftLayerException.publicError(error);
    }

    private boolean mayManage(CloudUser giver, CloudUser other) {
        return giver.hasAllPermissions() || (giver.hasPermission(Permission.USER_MANAGE) && users.isAncestor(giver, other));
    }
}
