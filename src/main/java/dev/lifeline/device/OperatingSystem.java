package dev.lifeline.device;

/**
 * Which system is installed? It decides how the device is rescued.
 *
 * @param description the provider's words, such as {@code Ubuntu 22.04-64}; empty where nothing is installed
 */
public record OperatingSystem(Family family, String description) {

    /** Which way of rescue does the system call for? */
    public enum Family {
        LINUX,
        WINDOWS,
        /** The provider prevents rescue of a CoreOS guest (softlayer.md 4). */
        COREOS,
        /** Nothing is installed: the rescue system has to be chosen. */
        NONE
    }

    public static final OperatingSystem NONE_INSTALLED = new OperatingSystem(Family.NONE, "");
}
