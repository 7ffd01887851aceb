package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules for each operation on a device: a list of named rules, each of which may deny. The one list behind every
 * decision, every refusal and every display of permitted operations (promise P4). Pure.
 */
public final class AccessRules {

    /** A device, or any accessible device of a type. */
    private record Target(DeviceType deviceType, boolean accessible) {}

    /** One named rule: a reason to deny, or none. */
    private interface AccessRule {
        Optional<DenialReason> evaluate(CloudUser user, Target target);
    }

    private static final AccessRule IS_ACTIVE = (user, target) -> requireActive(user);

    private static final AccessRule HAS_DEVICE_ACCESS =
            (user, target) -> denyIf(!target.accessible(), new DenialReason.DeviceNotFound(""));

    private static final AccessRule HAS_VIEW_PERMISSION =
            (user, target) -> requirePermission(user, viewPermission(target.deviceType()));

    private static final AccessRule HAS_RESCUE_PERMISSION =
            (user, target) -> requirePermission(user, Permission.SERVER_RELOAD);

    private static final AccessRule HAS_REBOOT_PERMISSION =
            (user, target) -> requirePermission(user, Permission.REMOTE_MANAGEMENT);

    private static final AccessRule HAS_PASSWORD_PERMISSION =
            (user, target) -> requirePermission(user, Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);

    private static final AccessRule HAS_USER_MANAGE_PERMISSION =
            (user, target) -> requirePermission(user, Permission.USER_MANAGE);

    private static final Map<DeviceOperation, List<AccessRule>> RULES = new EnumMap<>(Map.of(
            DeviceOperation.VIEW_DEVICE, List.of(IS_ACTIVE, HAS_DEVICE_ACCESS, HAS_VIEW_PERMISSION),
            DeviceOperation.LAUNCH_RESCUE,
                    List.of(IS_ACTIVE, HAS_DEVICE_ACCESS, HAS_VIEW_PERMISSION, HAS_RESCUE_PERMISSION),
            DeviceOperation.EXIT_RESCUE,
                    List.of(IS_ACTIVE, HAS_DEVICE_ACCESS, HAS_VIEW_PERMISSION, HAS_REBOOT_PERMISSION),
            DeviceOperation.POWER_ON, List.of(IS_ACTIVE, HAS_DEVICE_ACCESS, HAS_VIEW_PERMISSION, HAS_REBOOT_PERMISSION),
            DeviceOperation.READ_PASSWORD,
                    List.of(IS_ACTIVE, HAS_DEVICE_ACCESS, HAS_VIEW_PERMISSION, HAS_PASSWORD_PERMISSION),
            DeviceOperation.MANAGE_ACCESS,
                    List.of(IS_ACTIVE, HAS_USER_MANAGE_PERMISSION, HAS_DEVICE_ACCESS, HAS_VIEW_PERMISSION)));

    private AccessRules() {}

    /**
     * Every reason that denies the operation on this device, in order; empty when it is allowed. A simulated device is anybody's who may do
     * to it what the device that it rehearses allows them.
     */
    public static List<DenialReason> denialReasons(DeviceOperation deviceOperation, CloudUser user, DeviceId device) {
        if (device.isSimulated())
            return device.rehearsed()
                    .map(rehearsed -> denialReasons(deviceOperation, user, rehearsed))
                    .orElseGet(() -> denialReasons(deviceOperation, user, DeviceType.VIRTUAL_GUEST));
        return denialReasons(deviceOperation, user, new Target(device.type(), user.hasAccessTo(device)));
    }

    /** Every reason that denies the operation on any accessible device of this type. */
    public static List<DenialReason> denialReasons(
            DeviceOperation deviceOperation, CloudUser user, DeviceType deviceType) {
        return denialReasons(deviceOperation, user, new Target(deviceType, true));
    }

    /** Whether the operation is allowed on some type of device, given access to one. */
    public static boolean isAllowedForAnyType(DeviceOperation deviceOperation, CloudUser user) {
        return DeviceType.ofProvider().stream()
                .anyMatch(deviceType ->
                        denialReasons(deviceOperation, user, deviceType).isEmpty());
    }

    private static List<DenialReason> denialReasons(DeviceOperation deviceOperation, CloudUser user, Target target) {
        return rulesFor(deviceOperation).stream()
                .flatMap(rule -> rule.evaluate(user, target).stream())
                .toList();
    }

    private static List<AccessRule> rulesFor(DeviceOperation deviceOperation) {
        return Optional.ofNullable(RULES.get(deviceOperation))
                .orElseThrow(() -> new IllegalStateException("no rules for " + deviceOperation));
    }

    /** The permission without which devices of a type are hidden from a user. */
    static Permission viewPermission(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST ? Permission.VIRTUAL_GUEST_VIEW : Permission.HARDWARE_VIEW;
    }

    static Optional<DenialReason> requireActive(CloudUser user) {
        return denyIf(
                user.status() != CloudUser.Status.ACTIVE,
                new DenialReason.CloudUserNotActive(user.label(), user.status()));
    }

    static Optional<DenialReason> requirePermission(CloudUser user, Permission permission) {
        return denyIf(!user.hasPermission(permission), new DenialReason.MissingPermission(user.label(), permission));
    }

    static Optional<DenialReason> denyIf(boolean denied, DenialReason denialReason) {
        return denied ? Optional.of(denialReason) : Optional.empty();
    }
}
