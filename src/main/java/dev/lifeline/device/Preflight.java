package dev.lifeline.device;

import dev.lifeline.device.OperatingSystem.Family;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks whether a device can be rescued now, and what its requester should know before: a list of named checks, each with
 * one reason. Pure.
 */
public final class Preflight {

    /** A guest with less memory boots the old rescue system (src/docs/platform/softlayer.md, section Launching). */
    private static final int MIN_MODERN_RESCUE_MEGABYTES = 6 * 1024;

    private static final List<Function<Inspection, Optional<PreflightFailure>>> CHECKS = List.of(
            inspection -> inspection.status().activeTransaction().map(PreflightFailure.OutstandingTransaction::new),
            inspection -> failIf(!inspection.provisioned(), new PreflightFailure.NotProvisioned()),
            inspection -> failIf(inspection.suspended(), new PreflightFailure.Suspended()),
            inspection -> failIf(inspection.status().powerState() == PowerState.PAUSED, new PreflightFailure.Paused()),
            inspection -> failIf(osFamily(inspection) == Family.COREOS, new PreflightFailure.CoreOs()),
            inspection -> failIf(
                    isGuest(inspection) && osFamily(inspection) == Family.NONE,
                    new PreflightFailure.NoOperatingSystem()),
            inspection -> failIf(
                    inspection.device() instanceof Device.Hardware metal && metal.remoteManagementDisabled(),
                    new PreflightFailure.RemoteManagementDisabled()),
            inspection -> failIf(isLoginImpossible(inspection), new PreflightFailure.NoCredentials()));

    private Preflight() {}

    /** Returns the first failed check, in a fixed order; empty when the device can be rescued. */
    public static Optional<PreflightFailure> firstFailure(Inspection inspection) {
        return CHECKS.stream()
                .flatMap(check -> check.apply(inspection).stream())
                .findFirst();
    }

    /**
     * Whether a device has another full name than before. A row without any name, which then shows the id, tells nothing.
     *
     * @param before the device by whose name people decided
     * @param now the same device, read afresh
     */
    public static Optional<PreflightFailure> findRename(Device before, Device now) {
        boolean nameless = now.name().hostname().equals(Long.toString(now.id().value()));
        boolean same = before.name().fqdn().equalsIgnoreCase(now.name().fqdn());
        return failIf(!nameless && !same, new PreflightFailure.Renamed(now.name()));
    }

    /** Returns every warning that applies. */
    public static Set<PreflightWarning> warnings(Inspection inspection) {
        EnumSet<PreflightWarning> preflightWarnings = EnumSet.noneOf(PreflightWarning.class);
        if (inspection.device() instanceof Device.VirtualGuest guest) preflightWarnings.addAll(guestWarnings(guest));
        if (inspection.device().addresses().primary().isEmpty()) preflightWarnings.add(PreflightWarning.PRIVATE_ONLY);
        if (!inspection.credentialsOnRecord()) preflightWarnings.add(PreflightWarning.NO_CREDENTIALS);
        if (inspection.status().powerState() == PowerState.OFF) preflightWarnings.add(PreflightWarning.POWERED_OFF);
        return preflightWarnings;
    }

    private static Set<PreflightWarning> guestWarnings(Device.VirtualGuest guest) {
        EnumSet<PreflightWarning> preflightWarnings = EnumSet.noneOf(PreflightWarning.class);
        boolean linux = guest.operatingSystem().family() == Family.LINUX;
        boolean small = guest.memoryMegabytes() > 0 && guest.memoryMegabytes() < MIN_MODERN_RESCUE_MEGABYTES;
        if (linux && small) preflightWarnings.add(PreflightWarning.OLD_RESCUE_SYSTEM);
        if (guest.transientGuest()) preflightWarnings.add(PreflightWarning.TRANSIENT_GUEST);
        if (guest.onDedicatedHost()) preflightWarnings.add(PreflightWarning.DEDICATED_HOST);
        return preflightWarnings;
    }

    /**
     * The rescue system takes the password on record. What the image for a Windows guest asks for is not documented, and
     * bare metal without an operating system has nothing on record: those get a warning only.
     */
    private static boolean isLoginImpossible(Inspection inspection) {
        boolean takesRecordedPassword =
                isGuest(inspection) ? osFamily(inspection) == Family.LINUX : osFamily(inspection) != Family.NONE;
        return takesRecordedPassword && inspection.credentialsVisible() && !inspection.credentialsOnRecord();
    }

    private static Optional<PreflightFailure> failIf(boolean failed, PreflightFailure preflightFailure) {
        return failed ? Optional.of(preflightFailure) : Optional.empty();
    }

    private static Family osFamily(Inspection inspection) {
        return inspection.device().operatingSystem().family();
    }

    private static boolean isGuest(Inspection inspection) {
        return inspection.device() instanceof Device.VirtualGuest;
    }
}
