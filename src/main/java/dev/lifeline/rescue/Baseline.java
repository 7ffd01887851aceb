package dev.lifeline.rescue;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import java.util.Optional;

/**
 * State of a device right before a provider command, with which later observations are compared.
 *
 * @param hostKey fingerprint of the SSH host key, where the bot could reach it and nothing says that it was not the installed system's
 * @param portOpen whether the device answered a probe at all
 * @param replaced whether what was installed was seen to be replaced since, so that another host key tells nothing
 * @param earlierHostKey that of the installed system by an earlier request, where the device did not answer with it
 */
public record Baseline(
        DeviceStatus status,
        Optional<String> hostKey,
        boolean portOpen,
        boolean replaced,
        Optional<String> earlierHostKey) {

    /** Of a device of which no earlier request tells. */
    public Baseline(DeviceStatus status, Optional<String> hostKey, boolean portOpen, boolean replaced) {
        this(status, hostKey, portOpen, replaced, Optional.empty());
    }

    /** Of a device whose installed system is still the same. */
    public Baseline(DeviceStatus status, Optional<String> hostKey, boolean portOpen) {
        this(status, hostKey, portOpen, false);
    }

    /**
     * Right before a launch. A device that an earlier request left without a proof that it was back may still run the rescue kernel: what
     * answers on it then counts as the installed system only by the host key that is known of that.
     *
     * @param installed what earlier requests tell; empty where there were none
     */
    public static Baseline beforeLaunch(
            DeviceStatus status, ProbeResult probeResult, Optional<InstalledSystem> installed) {
        Baseline seen = of(status, probeResult);
        if (installed.isEmpty()) return seen;
        Optional<String> known = installed.get().hostKey();
        if (seen.hostKey().isPresent() && seen.hostKey().equals(known)) return seen;
        Optional<String> trusted = installed.get().proved() ? seen.hostKey() : Optional.empty();
        return new Baseline(status, trusted, seen.portOpen(), false, known);
    }

    /** Combines the provider's status with a probe. */
    public static Baseline of(DeviceStatus status, ProbeResult probeResult) {
        return new Baseline(status, fingerprint(probeResult), !(probeResult instanceof ProbeResult.NoAnswer));
    }

    /** The fingerprint in a probe's result, if it has one. */
    public static Optional<String> fingerprint(ProbeResult probeResult) {
        return probeResult instanceof ProbeResult.HostKey key ? Optional.of(key.fingerprint()) : Optional.empty();
    }

    /**
     * Whether the provider reports that something was done to the device since: a newer transaction by its id, power cut, a boot image
     * loaded or unloaded, or a newer power command. A status without content shows nothing.
     */
    public boolean showsActivitySince(DeviceStatus now) {
        boolean poweredDown = status.powerState() == PowerState.ON && now.powerState() == PowerState.OFF;
        boolean imageChanged = now.isKnown() && !now.bootImageId().equals(status.bootImageId());
        boolean newPowerCommand = now.lastPowerCommandAt()
                .filter(at -> status.lastPowerCommandAt().filter(at::equals).isEmpty())
                .isPresent();
        return now.newestTransactionId() > newestTransactionId() || poweredDown || imageChanged || newPowerCommand;
    }

    /** Whether this is a host key of the installed system. */
    public boolean isInstalled(Optional<String> key) {
        return key.isPresent() && (key.equals(hostKey) || key.equals(earlierHostKey));
    }

    /** Whether this is another host key than that of the installed system, which is known. */
    public boolean isOther(Optional<String> key) {
        return key.isPresent() && hostKey.isPresent() && !isInstalled(key);
    }

    /** The same with what was installed replaced since. */
    public Baseline withReplaced() {
        return new Baseline(status, hostKey, portOpen, true, earlierHostKey);
    }

    /** The newest transaction id; 0 for none. */
    public long newestTransactionId() {
        return status.newestTransactionId();
    }
}
