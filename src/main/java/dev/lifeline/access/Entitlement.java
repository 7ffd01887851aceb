package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import java.util.List;

/** What can be granted to or revoked from a cloud user through the bot. */
public sealed interface Entitlement {

    /** Permissions that a rescue needs; those that make their holder powerful are left to the provider's portal. */
    List<Permission> GRANTABLE_PERMISSIONS = List.of(
            Permission.SERVER_RELOAD,
            Permission.REMOTE_MANAGEMENT,
            Permission.VIRTUAL_GUEST_VIEW,
            Permission.HARDWARE_VIEW,
            Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);

    /** Whether the user has it. */
    boolean isHeldBy(CloudUser user);

    /** A portal permission. */
    record PermissionEntitlement(Permission permission) implements Entitlement {
        @Override
        public boolean isHeldBy(CloudUser user) {
            return user.hasPermission(permission);
        }
    }

    /**
     * Access to one device.
     *
     * @param deviceName the device's name for people; only the id identifies it
     */
    record DeviceEntitlement(DeviceId deviceId, String deviceName) implements Entitlement {
        @Override
        public boolean isHeldBy(CloudUser user) {
            return user.hasAccessTo(deviceId);
        }
    }
}
