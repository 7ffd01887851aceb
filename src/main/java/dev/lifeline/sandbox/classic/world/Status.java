package dev.lifeline.sandbox.classic.world;

import java.time.Duration;

/**
 * A step of a transaction as the provider names it. {@code RESCUE_BOOT} and {@code RECLAIM_WAIT} are real names
 * (softlayer.md 3); the other names are unknown and made up in their manner.
 *
 * @param usual how long it usually takes, before the stand-in's speed
 */
public record Status(String name, String friendlyName, Duration usual) {

    static final Status POWER_OFF = new Status("POWER_OFF", "Powering off", Duration.ofSeconds(20));
    static final Status ATTACH_RESCUE =
            new Status("ATTACH_RESCUE_IMAGE", "Attach rescue image", Duration.ofSeconds(40));
    static final Status ATTACH_ISO = new Status("MOUNT_ISO_IMAGE", "Mount ISO image", Duration.ofSeconds(40));
    static final Status DETACH_ISO = new Status("UNMOUNT_ISO_IMAGE", "Unmount ISO image", Duration.ofSeconds(30));
    static final Status NETWORK =
            new Status("CONFIGURE_PUBLIC_NETWORK", "Move to public network", Duration.ofSeconds(90));
    static final Status RESCUE_BOOT = new Status("RESCUE_BOOT", "Rescue kernel is booting", Duration.ofMinutes(3));
    static final Status BOOT_ISO = new Status("BOOT_ISO_IMAGE", "Booting from ISO image", Duration.ofMinutes(3));
    static final Status BOOT = new Status("POWER_ON", "Powering on", Duration.ofMinutes(1));
    static final Status RECLAIM_WAIT = new Status("RECLAIM_WAIT", "Reclaim wait", Duration.ofDays(3));
    static final Status COMPLETE = new Status("COMPLETE", "Complete", Duration.ZERO);
}
