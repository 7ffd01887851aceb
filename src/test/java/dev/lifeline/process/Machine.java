package dev.lifeline.process;

/**
 * Which kinds of device are rescued, and how?
 *
 * @param yes the button that confirms
 * @param launch the provider's method that boots the rescue kernel
 * @param giveBack the provider's method that ends it
 */
record Machine(String device, String yes, String launch, String giveBack) {

    static final Machine GUEST = new Machine("web-07", "Yes, boot into rescue", "executeRescueLayer", "rebootDefault");
    static final Machine WINDOWS_GUEST =
            new Machine("win-03", "Yes, boot into rescue", "mountIsoImage", "unmountIsoImage");
    static final Machine METAL = new Machine("db-01", "Yes, boot into rescue", "bootToRescueLayer", "rebootDefault");
    static final Machine WINDOWS_METAL =
            new Machine("winmetal-02", "Yes, boot into rescue", "bootToRescueLayer", "rebootDefault");
    static final Machine BARE = new Machine("bare-09", "Yes, boot Linux rescue", "bootToRescueLayer", "rebootDefault");

    String fullName() {
        return device + ".example.com";
    }
}
