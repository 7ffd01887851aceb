package dev.lifeline.access;

import static dev.lifeline.access.AccessRules.denyIf;
import static dev.lifeline.access.AccessRules.requireActive;
import static dev.lifeline.access.AccessRules.requirePermission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules for changing access, which the provider does not enforce on the person because the bot's own user is powerful:
 * never one's own access, never the owner's, only that of users below, and only what the manager holds
 * (src/docs/platform/softlayer.md, section Users and permissions). Pure.
 */
public final class AccessChangeRules {

    private AccessChangeRules() {}

    /** Every reason that denies the change, in order; empty when it is allowed. */
    static List<DenialReason> denialReasons(AccessChange accessChange, UserHierarchy manager, UserHierarchy target) {
        CloudUser user = target.user();
        return Stream.of(
                        managerDenialReasons(manager.user()).stream(),
                        denyIf(user.id().equals(manager.user().id()), new DenialReason.SelfChange()).stream(),
                        denyIf(user.masterLike(), new DenialReason.TargetIsMasterUser(user.label())).stream(),
                        denyIf(!canManage(manager, target), new DenialReason.TargetNotDescendant(user.label()))
                                .stream(),
                        delegationDenials(accessChange, manager.user(), user))
                .flatMap(denialReasons -> denialReasons)
                .distinct()
                .toList();
    }

    /** What prevents a user from managing users. */
    public static List<DenialReason> managerDenialReasons(CloudUser manager) {
        return Stream.of(requireActive(manager), requirePermission(manager, Permission.USER_MANAGE))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A user with the owner's rights manages everybody of the account except those above. */
    private static boolean canManage(UserHierarchy manager, UserHierarchy target) {
        if (!manager.user().isOfSameAccountAs(target.user())) return false;
        return manager.user().masterLike()
                ? !manager.isDescendantOf(target.user())
                : target.isDescendantOf(manager.user());
    }

    private static Stream<DenialReason> delegationDenials(
            AccessChange accessChange, CloudUser manager, CloudUser user) {
        return accessChange.entitlement() instanceof Entitlement.PermissionEntitlement permissionEntitlement
                ? permissionDenials(permissionEntitlement.permission(), manager)
                : deviceDenials(
                        (Entitlement.DeviceEntitlement) accessChange.entitlement(),
                        accessChange.direction(),
                        manager,
                        user);
    }

    private static Stream<DenialReason> permissionDenials(Permission permission, CloudUser manager) {
        return Stream.of(
                        denyIf(!Entitlement.GRANTABLE_PERMISSIONS.contains(permission), (DenialReason)
                                new DenialReason.PortalOnlyPermission(permission)),
                        denyIf(!manager.hasPermission(permission), new DenialReason.CannotDelegate(permission)))
                .flatMap(Optional::stream);
    }

    /** The manager has to see the device; from a user with access to all devices of a type, one cannot be revoked. */
    private static Stream<DenialReason> deviceDenials(
            Entitlement.DeviceEntitlement entitlement,
            AccessChange.Direction direction,
            CloudUser manager,
            CloudUser user) {
        boolean hasAll = user.deviceAccess().includesAll(entitlement.deviceId().type());
        return Stream.concat(
                AccessRules.denialReasons(DeviceOperation.VIEW_DEVICE, manager, entitlement.deviceId()).stream(),
                denyIf(
                        direction == AccessChange.Direction.REVOKE && hasAll,
                        new DenialReason.HasAllDevices(user.label()))
                        .stream());
    }
}
