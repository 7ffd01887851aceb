package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.Watch;
import java.time.Instant;
import java.util.Optional;

/**
 * Result of one poll of a device.
 *
 * @param status from the provider; empty when the provider did not list the device
 * @param probeResult from the device itself
 */
public record DeviceObservation(Optional<DeviceStatus> status, ProbeResult probeResult, Instant observedAt) {

    /** What the provider tells of the device. */
    public Watch.Sight sight() {
        if (status.isEmpty()) return Watch.Sight.MISSING;
        return status.get().isKnown() ? Watch.Sight.REPORTED : Watch.Sight.UNKNOWN;
    }

    /** Whether the device answered the probe. */
    public boolean answered() {
        return !(probeResult instanceof ProbeResult.NoAnswer);
    }
}
