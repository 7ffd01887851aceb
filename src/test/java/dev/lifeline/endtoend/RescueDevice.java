package dev.lifeline.endtoend;

/**
 * A device of the sandbox, with its confirmation button and its provider methods.
 *
 * @param confirmLabel the button that confirms
 * @param launchMethod the provider's method that boots the rescue kernel
 * @param exitMethod the provider's method that exits it
 */
record RescueDevice(String hostname, String confirmLabel, String launchMethod, String exitMethod) {

    static final RescueDevice GUEST =
            new RescueDevice("web-07", "Yes, boot into rescue", "executeRescueLayer", "rebootDefault");
    static final RescueDevice WINDOWS_GUEST =
            new RescueDevice("win-03", "Yes, boot into rescue", "mountIsoImage", "unmountIsoImage");
    static final RescueDevice BARE_METAL =
            new RescueDevice("db-01", "Yes, boot into rescue", "bootToRescueLayer", "rebootDefault");
    static final RescueDevice WINDOWS_BARE_METAL =
            new RescueDevice("winmetal-02", "Yes, boot into rescue", "bootToRescueLayer", "rebootDefault");
    static final RescueDevice BARE_METAL_WITHOUT_OS =
            new RescueDevice("bare-09", "Yes, boot Linux rescue", "bootToRescueLayer", "rebootDefault");

    String fqdn() {
        return hostname + ".example.com";
    }
}
