package dev.lifeline.sandbox.softlayer.account;

/** Virtual guest or bare metal? */
public enum DeviceType {
    VIRTUAL_GUEST(Permission.VIRTUAL_GUEST_VIEW, Permission.ACCESS_ALL_GUEST),
    HARDWARE(Permission.HARDWARE_VIEW, Permission.ACCESS_ALL_HARDWARE);

    private final String viewPermission;
    private final String fullAccessPermission;

    DeviceType(String viewPermission, String fullAccessPermission) {
        this.viewPermission = viewPermission;
        this.fullAccessPermission = fullAccessPermission;
    }

    /** The permission to see details of this kind at all. */
    String viewPermission() {
        return viewPermission;
    }

    /** The permission that gives access to every device of this kind. */
    String fullAccessPermission() {
        return fullAccessPermission;
    }
}
