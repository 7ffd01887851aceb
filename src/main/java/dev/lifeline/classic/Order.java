package dev.lifeline.classic;

/**
 * What can the provider be told to do? Everything that the door ever orders. Most are a GET although they reboot a machine
 * (softlayer.md trap 1), so none is ever sent twice.
 */
enum Order {
    RESCUE_GUEST("SoftLayer_Virtual_Guest", "executeRescueLayer", 0),
    LOAD_IMAGE("SoftLayer_Virtual_Guest", "mountIsoImage", 1),
    UNLOAD_IMAGE("SoftLayer_Virtual_Guest", "unmountIsoImage", 0),
    REBOOT_GUEST("SoftLayer_Virtual_Guest", "rebootDefault", 0),
    POWER_CYCLE_GUEST("SoftLayer_Virtual_Guest", "rebootHard", 0),
    RESCUE_SERVER("SoftLayer_Hardware_Server", "bootToRescueLayer", 1),
    REBOOT_SERVER("SoftLayer_Hardware_Server", "rebootDefault", 0),
    POWER_CYCLE_SERVER("SoftLayer_Hardware_Server", "rebootHard", 0),
    GRANT_PERMISSION("SoftLayer_User_Customer", "addBulkPortalPermission", 1),
    REVOKE_PERMISSION("SoftLayer_User_Customer", "removeBulkPortalPermission", 2),
    GRANT_GUEST("SoftLayer_User_Customer", "addVirtualGuestAccess", 1),
    REVOKE_GUEST("SoftLayer_User_Customer", "removeVirtualGuestAccess", 1),
    GRANT_SERVER("SoftLayer_User_Customer", "addHardwareAccess", 1),
    REVOKE_SERVER("SoftLayer_User_Customer", "removeHardwareAccess", 1);

    private final String service;
    private final String method;
    private final int parameters;

    Order(String service, String method, int parameters) {
        this.service = service;
        this.method = method;
        this.parameters = parameters;
    }

    String service() {
        return service;
    }

    String method() {
        return method;
    }

    /** How many it may have; one that may have one goes without where that is the provider's default. */
    int parameters() {
        return parameters;
    }
}
