package dev.lifeline.handler.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Notices;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.DeviceFindings;
import dev.lifeline.rescue.DeviceFindings.PastRescue;
import dev.lifeline.rescue.Estimate;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.Phase;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage.Closed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds out what the requester should know of a device besides its state. Blocks for one probe and, where they are old, for the notices. */
public final class DeviceBackground {

    /** After the others nothing was done to the device. */
    private static final Set<CloseReason> RESCUED =
            EnumSet.of(CloseReason.EXITED, CloseReason.FAILED, CloseReason.DEVICE_GONE, CloseReason.BY_HAND);

    /** Many may have been cancelled since the last one that was launched. */
    private static final int EARLIER_REQUESTS = 20;

    private final DeviceNotices deviceNotices;
    private final DeviceProbe probe;
    private final RescueRequests requests;
    private final Estimates estimates;

    public DeviceBackground(
            DeviceNotices deviceNotices, DeviceProbe probe, RescueRequests requests, Estimates estimates) {
        this.deviceNotices = deviceNotices;
        this.probe = probe;
        this.requests = requests;
        this.estimates = estimates;
    }

    Notices notices(Device device, Instant now) {
        return deviceNotices.find(device, now);
    }

    DeviceFindings findings(Inspection inspection) {
        boolean off = inspection.status().powerState() == PowerState.OFF;
        return new DeviceFindings(
                off ? Optional.empty() : Optional.of(answers(inspection.device())), lastRescue(inspection.device()));
    }

    private boolean answers(Device device) {
        return !(probe.probe(device) instanceof ProbeResult.NoAnswer);
    }

    private Optional<PastRescue> lastRescue(Device device) {
        return requests.findRecent(Optional.of(device.id()), EARLIER_REQUESTS).stream()
                .map(RescueRequest::stage)
                .filter(Closed.class::isInstance)
                .map(Closed.class::cast)
                .filter(closed -> RESCUED.contains(closed.closeReason()))
                .findFirst()
                .map(closed -> new PastRescue(closed.closedAt(), closed.closeReason()));
    }

    Optional<Estimate> bootEstimate(Device device) {
        return estimates.find(Phase.BOOT, device);
    }
}
