package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.util.List;

/**
 * The kind of a transaction. {@code Service Setup} is a real name (src/docs/platform/softlayer.md, section Progress and
 * state detection); the names of the rescue groups are not published and invented here.
 *
 * @param averageTimeToComplete the usual duration, before the speed is applied
 */
public record TransactionGroup(String name, Duration averageTimeToComplete) {

    static final TransactionGroup SERVICE_SETUP = new TransactionGroup("Service Setup", Duration.ofMinutes(15));
    static final TransactionGroup GUEST_RESCUE = new TransactionGroup("Cloud Guest Rescue", Duration.ofMinutes(4));
    static final TransactionGroup HARDWARE_RESCUE = new TransactionGroup("Rescue Kernel", Duration.ofMinutes(10));
    static final TransactionGroup ISO_BOOT = new TransactionGroup("Boot From ISO Image", Duration.ofMinutes(4));
    static final TransactionGroup ISO_UNMOUNT = new TransactionGroup("Unmount ISO Image", Duration.ofMinutes(2));
    static final TransactionGroup RECLAIM = new TransactionGroup("Cloud Reclaim", Duration.ofDays(3));

    /** The catalogue, as {@code SoftLayer_Provisioning_Version1_Transaction_Group::getAllObjects} lists it. */
    public static final List<TransactionGroup> ALL = List.of(SERVICE_SETUP, GUEST_RESCUE, HARDWARE_RESCUE, ISO_BOOT, ISO_UNMOUNT, RECLAIM);
}
