package dev.lifeline.sandbox.classic.world;

import java.time.Duration;
import java.util.List;

/**
 * What kind of transaction? {@code Service Setup} is a real name (softlayer.md 3); the names of the rescue groups are in
 * no source and made up.
 *
 * @param average how long one usually takes, before the stand-in's speed
 */
public record Group(String name, Duration average) {

    static final Group SETUP = new Group("Service Setup", Duration.ofMinutes(15));
    static final Group GUEST_RESCUE = new Group("Cloud Guest Rescue", Duration.ofMinutes(4));
    static final Group HARDWARE_RESCUE = new Group("Rescue Kernel", Duration.ofMinutes(10));
    static final Group ISO_BOOT = new Group("Boot From ISO Image", Duration.ofMinutes(4));
    static final Group ISO_UNMOUNT = new Group("Unmount ISO Image", Duration.ofMinutes(2));
    static final Group RECLAIM = new Group("Cloud Reclaim", Duration.ofDays(3));

    /** The catalogue, as {@code SoftLayer_Provisioning_Version1_Transaction_Group::getAllObjects} lists it. */
    public static final List<Group> ALL = List.of(SETUP, GUEST_RESCUE, HARDWARE_RESCUE, ISO_BOOT, ISO_UNMOUNT, RECLAIM);
}
