package dev.lifeline.softlayer.rest;

/**
 * The API methods that change something, all that the bot ever sends. Most are a GET although they reboot a machine
 * (src/docs/platform/softlayer.md, section REST rules), so none is ever sent twice (promise P1).
 */
public enum ProviderCommand {
    RESCUE_GUEST("SoftLayer_Virtual_Guest", "executeRescueLayer", 0),
    MOUNT_IMAGE("SoftLayer_Virtual_Guest", "mountIsoImage", 1),
    UNMOUNT_IMAGE("SoftLayer_Virtual_Guest", "unmountIsoImage", 0),
    REBOOT_GUEST("SoftLayer_Virtual_Guest", "rebootDefault", 0),
    POWER_CYCLE_GUEST("SoftLayer_Virtual_Guest", "rebootHard", 0),
    POWER_ON_GUEST("SoftLayer_Virtual_Guest", "powerOn", 0),
    RESCUE_SERVER("SoftLayer_Hardware_Server", "bootToRescueLayer", 1),
    REBOOT_SERVER("SoftLayer_Hardware_Server", "rebootDefault", 0),
    POWER_CYCLE_SERVER("SoftLayer_Hardware_Server", "rebootHard", 0),
    POWER_ON_SERVER("SoftLayer_Hardware_Server", "powerOn", 0),
    GRANT_PERMISSION("SoftLayer_User_Customer", "addBulkPortalPermission", 1),
    REVOKE_PERMISSION("SoftLayer_User_Customer", "removeBulkPortalPermission", 2),
    GRANT_GUEST_ACCESS("SoftLayer_User_Customer", "addVirtualGuestAccess", 1),
    REVOKE_GUEST_ACCESS("SoftLayer_User_Customer", "removeVirtualGuestAccess", 1),
    GRANT_SERVER_ACCESS("SoftLayer_User_Customer", "addHardwareAccess", 1),
    REVOKE_SERVER_ACCESS("SoftLayer_User_Customer", "removeHardwareAccess", 1);

    private final String service;
    private final String method;
    private final int parameterCount;

    ProviderCommand(String service, String method, int parameterCount) {
        this.service = service;
        this.method = method;
        this.parameterCount = parameterCount;
    }

    String service() {
        return service;
    }

    String method() {
        return method;
    }

    /** Number of parameters it may have; {@code bootToRescueLayer} is sent without its one where the provider's default applies. */
    int parameterCount() {
        return parameterCount;
    }
}
