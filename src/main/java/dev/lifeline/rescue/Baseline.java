package dev.lifeline.rescue;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import java.util.Optional;

/**
 * State of a device right before a provider command, with which later observations are compared.
 *
 * @param hostKey fingerprint of the SSH host key, where the bot could reach it
 * @param portOpen whether the device answered a probe at all
 * @param replaced whether what was installed was seen to be replaced since, so that another host key tells nothing
 */
public record Baseline(DeviceStatus status, Optional<String> hostKey, boolean portOpen, boolean replaced) {

    /** Of a device whose installed system is still the same. */
    public Baseline(DeviceStatus status, Optional<String> hostKey, boolean portOpen) {
        this(status, hostKey, portOpen, false);
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

    /** The same with what was installed replaced since. */
    public Baseline withReplaced() {
        return new Baseline(status, hostKey, portOpen, true);
    }

    /** The newest transaction id; 0 for none. */
    public long newestTransactionId() {
        return status.newestTransactionId();
    }
}
