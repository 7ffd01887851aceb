package dev.lifeline.sandbox.softlayer.account;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules for changing permissions and device access: users act on their descendants, never on themselves; only what one
 * holds can be granted; the master user can change every user but themselves (src/docs/platform/softlayer.md, section Users
 * and permissions).
 */
public final class Grants {

    private final CloudUsers users;

    public Grants(CloudUsers users) {
        this.users = users;
    }

    /** {@code addBulkPortalPermission}; a permission that is held already changes nothing. */
    public void addPermissions(CloudUser actor, CloudUser target, List<String> keyNames) {
        Set<String> requested = requireKnown(keyNames);
        requireNotSelf(actor, target, "You may not add permissions to your account.");
        for (String permission : requested)
            if (!actor.hasPermission(permission) || !mayManage(actor, target))
                throw SoftLayerException.publicError("Unable to add user permission " + permission + ".");
        users.update(target.id(), user -> user.withPermissions(requested));
    }

    /**
     * {@code removeBulkPortalPermission}.
     *
     * @param cascade false: refused while a descendant holds one of them; true: all descendants lose them too
     */
    public void removePermissions(CloudUser actor, CloudUser target, List<String> keyNames, boolean cascade) {
        Set<String> removed = requireKnown(keyNames);
        requireNotSelf(actor, target, "You may not remove permissions from your account.");
        if (!mayManage(actor, target)) throw SoftLayerException.publicError("You may not remove permissions from this account.");
        List<CloudUser> descendants =
                users.all().stream().filter(user -> users.isAncestor(target, user)).toList();
        if (!cascade && descendants.stream().anyMatch(user -> hasAnyPermission(user, removed)))
            throw SoftLayerException.publicError("A child user of this account has a permission that you are trying to remove.");
        users.update(target.id(), user -> user.withoutPermissions(removed));
        descendants.forEach(child -> users.update(child.id(), user -> user.withoutPermissions(removed)));
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

    /** {@code add…Access}; the target's parent must have access to the device. */
    public void addAccess(CloudUser actor, CloudUser target, List<Device> devices) {
        requireMayChangeAccess(actor, target);
        CloudUser parent = target.parentId().flatMap(users::findById).orElse(target);
        for (Device device : devices)
            if (!parent.hasAccessTo(device.spec()))
                throw SoftLayerException.publicError("You may not add " + typeName(device)
                        + " permissions that the parent does not possess to this account.");
        idsByType(devices)
                .forEach((deviceType, ids) -> users.update(
                        target.id(), user -> user.with(deviceType, user.accessTo(deviceType).withDevices(ids))));
    }

    private static String typeName(Device device) {
        return device.spec().isGuest() ? "virtual guest" : "hardware";
    }

    /** {@code remove…Access}; full access becomes all but these. */
    public void removeAccess(CloudUser actor, CloudUser target, List<Device> devices) {
        requireMayChangeAccess(actor, target);
        idsByType(devices).forEach((deviceType, ids) -> users.update(target.id(), user -> withoutDevices(user, deviceType, ids)));
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

    private void requireMayChangeAccess(CloudUser actor, CloudUser target) {
        if (target.isMasterUser()) throw SoftLayerException.publicError("You may not grant or deny Master User device access.");
        requireNotSelf(actor, target, "You may not grant or deny yourself device access.");
        if (!mayManage(actor, target)) throw SoftLayerException.publicError("You may not grant or deny device access to other users.");
    }

    private static void requireNotSelf(CloudUser actor, CloudUser target, String error) {
        if (actor.id() == target.id()) throw SoftLayerException.publicError(error);
    }

    private boolean mayManage(CloudUser actor, CloudUser target) {
        return actor.hasAllPermissions() || (actor.hasPermission(Permission.USER_MANAGE) && users.isAncestor(actor, target));
    }
}
