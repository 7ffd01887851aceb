package dev.lifeline.device;

import dev.lifeline.device.OperatingSystem.Family;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Can this machine be rescued now, and what should be known before? A list of named checks, each with one reason. */
public final class Preflight {

    /** Under this much memory the old rescue system boots (softlayer.md 2.1). */
    private static final int MIN_MODERN_RESCUE_MEGABYTES = 6 * 1024;

    private static final List<Function<Inspection, Optional<PreflightFailure>>> CHECKS = List.of(
            seen -> seen.status().activeTransaction().map(PreflightFailure.OutstandingTransaction::new),
            seen -> failIf(!seen.provisioned(), new PreflightFailure.NotProvisioned()),
            seen -> failIf(seen.suspended(), new PreflightFailure.Suspended()),
            seen -> failIf(seen.status().powerState() == PowerState.PAUSED, new PreflightFailure.Paused()),
            seen -> failIf(osFamily(seen) == Family.COREOS, new PreflightFailure.CoreOs()),
            seen -> failIf(isGuest(seen) && osFamily(seen) == Family.NONE, new PreflightFailure.NoOperatingSystem()),
            seen -> failIf(
                    seen.device() instanceof Device.Hardware metal && metal.remoteManagementDisabled(),
                    new PreflightFailure.RemoteManagementDisabled()),
            seen -> failIf(isLoginImpossible(seen), new PreflightFailure.NoCredentials()));

    private Preflight() {}

    /** The first thing that stands in the way. */
    public static Optional<PreflightFailure> firstFailure(Inspection seen) {
        return CHECKS.stream().flatMap(check -> check.apply(seen).stream()).findFirst();
    }

    /** Everything that a person should know before deciding. */
    public static Set<PreflightWarning> warnings(Inspection seen) {
        EnumSet<PreflightWarning> preflightWarnings = EnumSet.noneOf(PreflightWarning.class);
        if (seen.device() instanceof Device.VirtualGuest guest) preflightWarnings.addAll(guestWarnings(guest));
        if (seen.device().addresses().primary().isEmpty()) preflightWarnings.add(PreflightWarning.PRIVATE_ONLY);
        if (!seen.credentialsOnRecord()) preflightWarnings.add(PreflightWarning.NO_CREDENTIALS);
        if (seen.status().powerState() == PowerState.OFF) preflightWarnings.add(PreflightWarning.POWERED_OFF);
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
     * The rescue system that the provider starts takes the password on record. What a Windows guest's image asks for is in no source, and
     * bare metal without a system has nothing on record to begin with: those are only cautioned about.
     */
    private static boolean isLoginImpossible(Inspection seen) {
        boolean takesTheRecorded = isGuest(seen) ? osFamily(seen) == Family.LINUX : osFamily(seen) != Family.NONE;
        return takesTheRecorded && seen.credentialsVisible() && !seen.credentialsOnRecord();
    }

    private static Optional<PreflightFailure> failIf(boolean stands, PreflightFailure preflightFailure) {
        return stands ? Optional.of(preflightFailure) : Optional.empty();
    }

    private static Family osFamily(Inspection seen) {
        return seen.device().operatingSystem().family();
    }

    private static boolean isGuest(Inspection seen) {
        return seen.device() instanceof Device.VirtualGuest;
    }
}
