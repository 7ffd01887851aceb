package dev.lifeline.classic;

/**
 * What can the provider be told to do? Everything that the door ever orders. Most are a GET although they reboot a machine
 * (softlayer.md trap 1), so none is ever sent twice.
 */
enum Order {
    RESCUE_GUEST("SoftLayer_Virtual_Guest", "executeRescueLayer"),
    LOAD_IMAGE("SoftLayer_Virtual_Guest", "mountIsoImage"),
    UNLOAD_IMAGE("SoftLayer_Virtual_Guest", "unmountIsoImage"),
    REBOOT_GUEST("SoftLayer_Virtual_Guest", "rebootDefault"),
    POWER_CYCLE_GUEST("SoftLayer_Virtual_Guest", "rebootHard"),
    RESCUE_SERVER("SoftLayer_Hardware_Server", "bootToRescueLayer"),
    REBOOT_SERVER("SoftLayer_Hardware_Server", "rebootDefault"),
    POWER_CYCLE_SERVER("SoftLayer_Hardware_Server", "rebootHard");

    private final String service;
    private final String method;

    Order(String service, String method) {
        this.service = service;
        this.method = method;
    }

    String service() {
        return service;
    }

    String method() {
        return method;
    }
}
