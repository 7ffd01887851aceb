package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.Obstacle;
import java.util.Optional;

/**
 * How is a device booted into the rescue kernel, and back? Each order is sent at most once by one call; no layer below repeats it.
 */
public interface RescueKernel {

    /** Does this kind of device have a way into the rescue kernel just now, beyond what {@code Preflight} looks at? Sends no order. */
    Optional<Obstacle> obstacle(Device device);

    /** Boots it into the rescue kernel. */
    LaunchOutcome launch(Device device, RescueSystem system);

    /**
     * Boots it back into its installed system: an image that is loaded is taken out, else the device is rebooted.
     *
     * @param bootedFromImage whether the provider says that an image is loaded
     * @param hard power-cycle instead of asking the running system to shut down
     */
    LaunchOutcome giveBack(Device device, boolean bootedFromImage, boolean hard);
}
