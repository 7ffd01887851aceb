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
    private static final int MODERN_RESCUE_MEGABYTES = 6 * 1024;

    private static final List<Function<Inspection, Optional<Obstacle>>> CHECKS = List.of(
            seen -> seen.condition().running().map(Obstacle.OutstandingTransaction::new),
            seen -> when(!seen.provisioned(), new Obstacle.NotProvisioned()),
            seen -> when(seen.suspended(), new Obstacle.Suspended()),
            seen -> when(seen.condition().power() == Power.PAUSED, new Obstacle.Paused()),
            seen -> when(family(seen) == Family.COREOS, new Obstacle.CoreOs()),
            seen -> when(isGuest(seen) && family(seen) == Family.NONE, new Obstacle.NothingInstalled()),
            seen -> when(
                    seen.device() instanceof Device.Hardware metal && metal.remoteManagementOff(),
                    new Obstacle.RemoteManagementOff()),
            seen -> when(nobodyCouldLogIn(seen), new Obstacle.NoCredentials()));

    private Preflight() {}

    /** The first thing that stands in the way. */
    public static Optional<Obstacle> obstacle(Inspection seen) {
        return CHECKS.stream().flatMap(check -> check.apply(seen).stream()).findFirst();
    }

    /** Everything that a person should know before deciding. */
    public static Set<Caution> cautions(Inspection seen) {
        EnumSet<Caution> cautions = EnumSet.noneOf(Caution.class);
        if (seen.device() instanceof Device.VirtualGuest guest) cautions.addAll(ofGuest(guest));
        if (seen.device().addresses().primary().isEmpty()) cautions.add(Caution.PRIVATE_ONLY);
        if (!seen.credentialsOnRecord()) cautions.add(Caution.NO_CREDENTIALS);
        if (seen.condition().power() == Power.OFF) cautions.add(Caution.POWERED_OFF);
        return cautions;
    }

    private static Set<Caution> ofGuest(Device.VirtualGuest guest) {
        EnumSet<Caution> cautions = EnumSet.noneOf(Caution.class);
        boolean linux = guest.system().family() == Family.LINUX;
        boolean small = guest.memoryMegabytes() > 0 && guest.memoryMegabytes() < MODERN_RESCUE_MEGABYTES;
        if (linux && small) cautions.add(Caution.OLD_RESCUE_SYSTEM);
        if (guest.reclaimable()) cautions.add(Caution.RECLAIMABLE);
        if (guest.onDedicatedHost()) cautions.add(Caution.DEDICATED_HOST);
        return cautions;
    }

    /**
     * The rescue system that the provider starts takes the password on record. What a Windows guest's image asks for is in no source, and
     * bare metal without a system has nothing on record to begin with: those are only cautioned about.
     */
    private static boolean nobodyCouldLogIn(Inspection seen) {
        boolean takesTheRecorded = isGuest(seen) ? family(seen) == Family.LINUX : family(seen) != Family.NONE;
        return takesTheRecorded && seen.credentialsVisible() && !seen.credentialsOnRecord();
    }

    private static Optional<Obstacle> when(boolean stands, Obstacle obstacle) {
        return stands ? Optional.of(obstacle) : Optional.empty();
    }

    private static Family family(Inspection seen) {
        return seen.device().system().family();
    }

    private static boolean isGuest(Inspection seen) {
        return seen.device() instanceof Device.VirtualGuest;
    }
}
