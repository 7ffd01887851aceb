package dev.lifeline.drill;

import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Notices;
import dev.lifeline.device.Passwords;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.RoutedRescueProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Every port to a device, with the devices of drills apart: what is asked about one of them, or commanded, never reaches the port of the
 * provider's devices (src/docs/decisions/0073-a-drill-is-a-request-for-a-device-of-another-type.md).
 */
public final class DrillRouting {

    private final SimulatedDevices simulated;

    /**
     * A routing to the devices of the drills in a store.
     *
     * @param pollInterval how often a device that changes is looked at; a drill takes four dozen of it
     */
    public DrillRouting(RescueRequests requests, Duration pollInterval, InstantSource clock) {
        this.simulated = new SimulatedDevices(requests, pollInterval, clock);
    }

    public Devices devices(Devices provider) {
        return new RoutedDevices(provider, simulated);
    }

    public RescueProvider rescueProvider(RescueProvider provider) {
        RescueProvider sentNowhere = new SimulatedRescueProvider();
        return new RoutedRescueProvider(device -> device.id().isSimulated() ? sentNowhere : provider);
    }

    public DeviceProbe probe(DeviceProbe network) {
        return device -> device.id().isSimulated() ? simulated.probe(device) : network.probe(device);
    }

    /** A simulated device has no password. */
    public Passwords passwords(Passwords provider) {
        return id -> id.isSimulated() ? Optional.empty() : provider.findLogin(id);
    }

    /** Nothing is ever announced of a simulated device. */
    public DeviceNotices notices(DeviceNotices provider) {
        return (device, now) -> device.id().isSimulated() ? Notices.NONE : provider.find(device, now);
    }
}
