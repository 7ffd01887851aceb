package dev.lifeline.sandbox.softlayer.account;

/** The type of a device: virtual guest or bare metal. */
public enum DeviceType {
    VIRTUAL_GUEST(Permission.VIRTUAL_GUEST_VIEW, Permission.ACCESS_ALL_GUEST),
    HARDWARE(Permission.HARDWARE_VIEW, Permission.ACCESS_ALL_HARDWARE);

    private final String viewPermission;
    private final String fullAccessPermission;

    DeviceType(String viewPermission, String fullAccessPermission) {
        this.viewPermission = viewPermission;
        this.fullAccessPermission = fullAccessPermission;
    }

    /** Returns the permission to view devices of this type. */
    String viewPermission() {
        return viewPermission;
    }

    /** Returns the permission that gives access to every device of this type. */
    String fullAccessPermission() {
        return fullAccessPermission;
    }
}
