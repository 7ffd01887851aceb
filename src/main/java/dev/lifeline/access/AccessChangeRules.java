package dev.lifeline.access;

import static dev.lifeline.access.AccessRules.denyIf;
import static dev.lifeline.access.AccessRules.requireActive;
import static dev.lifeline.access.AccessRules.requirePermission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands against this cloud user changing that user's access? The bot's own user is powerful, so what the provider would ask of the
 * person is asked here: never oneself, never who counts as the owner, only whom one is above, only what one holds (softlayer.md trap 6).
 */
public final class AccessChangeRules {

    private AccessChangeRules() {}

    /** Every objection, in order. */
    static List<DenialReason> denialReasons(AccessChange accessChange, UserHierarchy manager, UserHierarchy subject) {
        CloudUser user = subject.user();
        return Stream.of(
                        managerDenialReasons(manager.user()).stream(),
                        denyIf(user.id().equals(manager.user().id()), new DenialReason.SelfChange()).stream(),
                        denyIf(user.masterLike(), new DenialReason.TargetIsMasterUser(user.username())).stream(),
                        denyIf(!canManage(manager, subject), new DenialReason.TargetNotDescendant(user.username()))
                                .stream(),
                        delegationDenials(accessChange, manager.user(), user))
                .flatMap(denialReasons -> denialReasons)
                .distinct()
                .toList();
    }

    /** What stands against managing anybody at all. */
    public static List<DenialReason> managerDenialReasons(CloudUser manager) {
        return Stream.of(requireActive(manager), requirePermission(manager, Permission.USER_MANAGE))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who counts as the owner is above everybody, except those above them. */
    private static boolean canManage(UserHierarchy manager, UserHierarchy subject) {
        return manager.user().masterLike()
                ? !manager.isDescendantOf(subject.user())
                : subject.isDescendantOf(manager.user());
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

    /** The device is there for whoever gives it; who reaches all devices of its kind is not deprived of one. */
    private static Stream<DenialReason> deviceDenials(
            Entitlement.DeviceEntitlement right, AccessChange.Direction direction, CloudUser manager, CloudUser user) {
        boolean hasAll = user.deviceAccess().includesAll(right.deviceId().type());
        return Stream.concat(
                AccessRules.denialReasons(DeviceOperation.VIEW_DEVICE, manager, right.deviceId()).stream(),
                denyIf(
                        direction == AccessChange.Direction.REVOKE && hasAll,
                        new DenialReason.HasAllDevices(user.username()))
                        .stream());
    }
}
