package dev.lifeline.simulation;

import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** A machine as it truly is, what the provider tells of it, and what it answers to a probe. */
final class SimulatedDevice {

    /** What answers on the machine. */
    enum Answering {
        INSTALLED,
        RESCUE,
        NOTHING
    }

    /** How much of a machine a probe can see. */
    enum Visibility {
        HOST_KEY,
        OPEN_PORT,
        FIREWALLED
    }

    private static final OperatingSystem UBUNTU = new OperatingSystem(OperatingSystem.Family.LINUX, "Ubuntu 22.04-64");
    private static final OperatingSystem WINDOWS =
            new OperatingSystem(OperatingSystem.Family.WINDOWS, "Windows 2019 Standard");

    private final DeviceId id;
    private final boolean production;
    private final OperatingSystem operatingSystem;
    private final Visibility visibility;
    private String hostname;
    private String formerName;
    private Instant renamedAt = Instant.EPOCH;
    private Instant rescuedAt = Instant.EPOCH;
    private Instant installedAt = Instant.EPOCH;
    private Instant unreadableUntil = Instant.EPOCH;
    private Answering answering = Answering.INSTALLED;
    private boolean poweredOn = true;
    private String installedKey;
    private String rescueKey = "";
    private Optional<Transaction> active = Optional.empty();
    private Optional<Transaction> last;
    private OptionalLong lastReload = OptionalLong.empty();
    private Optional<Instant> lastPowerCommand = Optional.empty();
    private Optional<RequestId> rescuedFor = Optional.empty();
    private Instant hiddenUntil = Instant.EPOCH;
    private boolean cancelled;
    private boolean reinstalled;
    private int operation;

    SimulatedDevice(DeviceId id, String hostname, boolean production, Visibility visibility, Transaction first) {
        this.id = id;
        this.hostname = hostname;
        this.formerName = hostname;
        this.production = production;
        this.visibility = visibility;
        this.operatingSystem = hostname.startsWith("win-") ? WINDOWS : UBUNTU;
        this.installedKey = "SHA256:installed-" + id.value();
        this.last = Optional.of(first);
    }

    DeviceId id() {
        return id;
    }

    boolean isProduction() {
        return production;
    }

    String hostname() {
        return hostname;
    }

    /** The name from before it was renamed, as a memory of an hour ago has it. */
    String formerName() {
        return formerName;
    }

    Duration sinceRenamed(Instant now) {
        return Duration.between(renamedAt, now);
    }

    void rename(String newName, Instant at) {
        formerName = hostname;
        renamedAt = at;
        hostname = newName;
    }

    Answering answering() {
        return answering;
    }

    /** The request by whose order the machine is in the rescue system, or about to be. */
    Optional<RequestId> rescuedFor() {
        return rescuedFor;
    }

    boolean isInRescue() {
        return answering == Answering.RESCUE;
    }

    /** Whether anybody who looks sees that its system runs, and the system from before at that. */
    boolean showsItsSystem() {
        return visibility == Visibility.HOST_KEY
                && answering == Answering.INSTALLED
                && active.isEmpty()
                && !cancelled
                && !reinstalled;
    }

    boolean isBusy() {
        return active.isPresent();
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** The provider does not list it, and fails at a read of it alone. */
    void failToBeReadUntil(Instant until) {
        unreadableUntil = until;
    }

    boolean isUnreadable(Instant now) {
        return now.isBefore(unreadableUntil);
    }

    /** How long the rescue system has run, for everybody to see. */
    Duration visiblyInRescueFor(Instant now) {
        boolean visible = answering == Answering.RESCUE && visibility == Visibility.HOST_KEY && !reinstalled;
        return visible ? visibleSince(rescuedAt, now) : Duration.ZERO;
    }

    /** Nobody could see it while the provider did not tell. */
    private Duration visibleSince(Instant begun, Instant now) {
        return Stream.of(begun, hiddenUntil, unreadableUntil)
                .map(at -> Duration.between(at, now))
                .min(Comparator.naturalOrder())
                .filter(since -> !cancelled && !since.isNegative())
                .orElse(Duration.ZERO);
    }

    /** How long the installed system has run undisturbed, for everybody to see. */
    Duration visiblyInstalledFor(Instant now) {
        return showsItsSystem() ? visibleSince(installedAt, now) : Duration.ZERO;
    }

    void hideUntil(Instant until) {
        hiddenUntil = until;
    }

    boolean isHidden(Instant now) {
        return cancelled || now.isBefore(hiddenUntil);
    }

    /** Begins something that ends whatever was under way; the number tells later whether it still is. */
    int beginOperation() {
        return ++operation;
    }

    boolean isCurrent(int number) {
        return number == operation && !cancelled;
    }

    void startTransaction(Transaction transaction) {
        active = Optional.of(transaction);
        last = active;
    }

    /** The transaction that runs replaces the system. */
    void noteReload() {
        lastReload = active.stream().mapToLong(Transaction::id).findFirst();
    }

    void endTransaction() {
        active = Optional.empty();
    }

    void powerOff() {
        poweredOn = false;
        answering = Answering.NOTHING;
    }

    boolean isOff() {
        return !poweredOn;
    }

    void boot() {
        poweredOn = true;
        answering = Answering.NOTHING;
    }

    void powerCommand(Instant at) {
        lastPowerCommand = Optional.of(at);
    }

    void enterRescue(Optional<RequestId> orderedBy, Instant at) {
        rescuedAt = at;
        poweredOn = true;
        answering = Answering.RESCUE;
        rescueKey = "SHA256:rescue-" + id.value() + "-" + operation;
        rescuedFor = orderedBy;
    }

    void startInstalled(Instant at) {
        installedAt = at;
        poweredOn = true;
        answering = Answering.INSTALLED;
        rescuedFor = Optional.empty();
    }

    void reinstall() {
        reinstalled = true;
        installedKey = "SHA256:reloaded-" + id.value() + "-" + operation;
    }

    void cancel() {
        cancelled = true;
        powerOff();
    }

    Device describe() {
        Device.Details details = new Device.Details(
                id,
                new DeviceName(hostname, "example.com"),
                new Addresses(Optional.of("192.0.2." + id.value() % 250), Optional.empty()),
                operatingSystem,
                "dal13",
                Set.of(production ? "production" : "testing"));
        return id.type() == DeviceType.VIRTUAL_GUEST
                ? new Device.VirtualGuest(details, 8192, false, false)
                : new Device.Hardware(details, false);
    }

    DeviceStatus status(Duration providerClockOffset) {
        return new DeviceStatus(
                poweredOn ? PowerState.ON : PowerState.OFF,
                active,
                last,
                OptionalLong.empty(),
                lastPowerCommand.map(at -> at.plus(providerClockOffset)),
                lastReload);
    }

    Inspection inspection(Duration providerClockOffset) {
        return new Inspection(describe(), status(providerClockOffset), true, false, true, true);
    }

    ProbeResult probe() {
        if (answering == Answering.NOTHING || visibility == Visibility.FIREWALLED) return new ProbeResult.NoAnswer();
        if (visibility == Visibility.OPEN_PORT) return new ProbeResult.PortOpen();
        return new ProbeResult.HostKey(answering == Answering.RESCUE ? rescueKey : installedKey);
    }
}
