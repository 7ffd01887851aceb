package dev.lifeline.sandbox.softlayer.account;

/**
 * An operating system.
 *
 * @param referenceCode as the provider writes it, such as {@code CENTOS_7_64}
 */
public record OperatingSystem(String manufacturer, String name, String version, String referenceCode) {

    public static final OperatingSystem CENTOS =
            new OperatingSystem("CentOS", "CentOS", "7.0-64 Minimal", "CENTOS_7_64");
    public static final OperatingSystem UBUNTU =
            new OperatingSystem("Ubuntu", "Ubuntu", "22.04-64 Minimal", "UBUNTU_22_64");
    public static final OperatingSystem REDHAT = new OperatingSystem("Redhat", "EL", "8.0-64", "REDHAT_8_64");
    public static final OperatingSystem WINDOWS =
            new OperatingSystem("Microsoft", "Windows 2019 Standard", "64 bit", "WIN_2019-STD_64");
    public static final OperatingSystem COREOS =
            new OperatingSystem("CoreOS", "CoreOS", "current-stable", "COREOS_CURRENT_64");

    public boolean isWindows() {
        return manufacturer.equals("Microsoft");
    }

    /** Whether it is CoreOS, which has no rescue kernel (src/docs/platform/softlayer.md, section Preconditions and limits). */
    public boolean isCoreOs() {
        return manufacturer.equals("CoreOS");
    }
}
