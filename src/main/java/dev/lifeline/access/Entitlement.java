package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import java.util.List;

/** What can a cloud user be given, or be deprived of, from Slack? */
public sealed interface Entitlement {

    /** The permissions that are given from here: what a rescue needs, not what makes others powerful. */
    List<Permission> GRANTABLE_PERMISSIONS = List.of(
            Permission.SERVER_RELOAD,
            Permission.REMOTE_MANAGEMENT,
            Permission.VIRTUAL_GUEST_VIEW,
            Permission.HARDWARE_VIEW,
            Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);

    /** Does the user have it? */
    boolean isHeldBy(CloudUser user);

    /** Doing something. */
    record PermissionEntitlement(Permission permission) implements Entitlement {
        @Override
        public boolean isHeldBy(CloudUser user) {
            return user.hasPermission(permission);
        }
    }

    /**
     * Reaching one device.
     *
     * @param deviceName as people call it; the id alone tells which it is
     */
    record DeviceEntitlement(DeviceId deviceId, String deviceName) implements Entitlement {
        @Override
        public boolean isHeldBy(CloudUser user) {
            return user.hasAccessTo(deviceId);
        }
    }
}
