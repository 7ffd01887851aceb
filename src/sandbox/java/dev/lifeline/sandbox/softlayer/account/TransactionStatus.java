package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;

/**
 * A status of a transaction, with the provider's names. {@code RESCUE_BOOT} and {@code RECLAIM_WAIT} are real
 * (src/docs/platform/softlayer.md, section Progress and state detection); the others are not published and invented in their
 * manner.
 *
 * @param averageDuration the usual duration, before the speed is applied
 */
public record TransactionStatus(String name, String friendlyName, Duration averageDuration) {

    static final TransactionStatus POWER_OFF = new TransactionStatus("POWER_OFF", "Powering off", Duration.ofSeconds(20));
    static final TransactionStatus ATTACH_RESCUE =
            new TransactionStatus("ATTACH_RESCUE_IMAGE", "Attach rescue image", Duration.ofSeconds(40));
    static final TransactionStatus ATTACH_ISO = new TransactionStatus("MOUNT_ISO_IMAGE", "Mount ISO image", Duration.ofSeconds(40));
    static final TransactionStatus DETACH_ISO = new TransactionStatus("UNMOUNT_ISO_IMAGE", "Unmount ISO image", Duration.ofSeconds(30));
    static final TransactionStatus CONFIGURE_NETWORK =
            new TransactionStatus("CONFIGURE_PUBLIC_NETWORK", "Move to public network", Duration.ofSeconds(90));
    static final TransactionStatus RESCUE_BOOT = new TransactionStatus("RESCUE_BOOT", "Rescue kernel is booting", Duration.ofMinutes(3));
    static final TransactionStatus BOOT_ISO = new TransactionStatus("BOOT_ISO_IMAGE", "Booting from ISO image", Duration.ofMinutes(3));
    static final TransactionStatus POWER_ON = new TransactionStatus("POWER_ON", "Powering on", Duration.ofMinutes(1));
    static final TransactionStatus RECLAIM_WAIT = new TransactionStatus("RECLAIM_WAIT", "Reclaim wait", Duration.ofDays(3));
    static final TransactionStatus COMPLETE = new TransactionStatus("COMPLETE", "Complete", Duration.ZERO);
}
