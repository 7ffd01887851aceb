package dev.lifeline.device;

/**
 * The installed operating system, which decides how a device is rescued.
 *
 * @param description the provider's description, such as {@code Ubuntu 22.04-64}; empty where nothing is installed
 */
public record OperatingSystem(Family family, String description) {

    /** The families that are rescued differently. */
    public enum Family {
        LINUX,
        WINDOWS,
        /** The provider prevents rescue of a CoreOS guest (src/docs/platform/softlayer.md, section Preconditions and limits). */
        COREOS,
        /** Nothing is installed: the requester has to choose the rescue system. */
        NONE
    }

    public static final OperatingSystem NONE_INSTALLED = new OperatingSystem(Family.NONE, "");
}
