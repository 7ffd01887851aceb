package dev.lifeline.rescue;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import java.util.Optional;

/**
 * How was the device right before the order went out? What comes later is told from what was by comparing with it.
 *
 * @param hostKey the fingerprint that its SSH server showed, where the bot could reach it
 * @param portOpen whether the device answered on its port at all
 */
public record Baseline(DeviceStatus status, Optional<String> hostKey, boolean portOpen) {

    /** From a look at the provider and a knock at the device. */
    public static Baseline of(DeviceStatus status, ProbeResult probeResult) {
        return new Baseline(status, fingerprint(probeResult), !(probeResult instanceof ProbeResult.NoAnswer));
    }

    /** The fingerprint that a knock brought, if it brought one. */
    public static Optional<String> fingerprint(ProbeResult probeResult) {
        return probeResult instanceof ProbeResult.HostKey key ? Optional.of(key.fingerprint()) : Optional.empty();
    }

    /** The newest transaction that there was, 0 for none. */
    public long newestTransactionId() {
        return status.newestTransactionId();
    }
}
