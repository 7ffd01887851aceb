package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import java.util.List;

/** What can a cloud user be given, or be deprived of, from Slack? */
public sealed interface Right {

    /** The permissions that are given from here: what a rescue needs, not what makes others powerful. */
    List<Permission> GIVEN_FROM_HERE = List.of(
            Permission.SERVER_RELOAD,
            Permission.REMOTE_MANAGEMENT,
            Permission.VIRTUAL_GUEST_VIEW,
            Permission.HARDWARE_VIEW,
            Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);

    /** Does the user have it? */
    boolean isOf(CloudUser user);

    /** Doing something. */
    record ToDo(Permission permission) implements Right {
        @Override
        public boolean isOf(CloudUser user) {
            return user.holds(permission);
        }
    }

    /**
     * Reaching one device.
     *
     * @param name as people call it; the id alone tells which it is
     */
    record ToReach(DeviceId device, String name) implements Right {
        @Override
        public boolean isOf(CloudUser user) {
            return user.reaches(device);
        }
    }
}
