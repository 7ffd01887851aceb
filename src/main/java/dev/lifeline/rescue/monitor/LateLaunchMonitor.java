package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.LateLaunch;

/** Decides whether an observation shows that a launch took effect after its request was closed. Pure. */
public final class LateLaunchMonitor {

    private LateLaunchMonitor() {}

    /**
     * Whether a newer transaction may be that of the launch, or the device answers with another host key than its installed system's. What
     * the provider does not tell shows nothing.
     */
    public static boolean hasBegun(LateLaunch lateLaunch, DeviceObservation observation) {
        Baseline baseline = lateLaunch.baseline();
        DeviceStatus now = observation.status().orElse(DeviceStatus.UNKNOWN);
        if (!now.isKnown()) return false;
        boolean otherSystem = baseline.isOther(Baseline.fingerprint(observation.probeResult()))
                && !LaunchedTransaction.isRebuiltSince(baseline, now);
        return otherSystem || LaunchedTransaction.find(baseline, now).isPresent();
    }
}
