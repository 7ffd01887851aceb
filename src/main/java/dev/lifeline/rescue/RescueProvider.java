package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.Optional;

/**
 * How is a device booted into the rescue kernel, and back? What an order needs to know is looked up first, so that nothing but the one
 * call lies between its claim and its answer; an order is sent at most once, and no layer below repeats it.
 */
public interface RescueProvider {

    /** An order that lacks nothing but being sent. */
    @FunctionalInterface
    interface PreparedCommand {

        /** Sends it, once; whoever calls this has claimed it on disk before. */
        CommandResult send();
    }

    /**
     * Does this kind of device have a way into the rescue kernel just now, beyond what {@code Preflight} looks at? Sends no order.
     *
     * @throws ProviderUnavailableException when that stays open
     */
    Optional<PreflightFailure> findPreflightFailure(Device device);

    /**
     * The order that boots it into the rescue kernel. Sends nothing yet.
     *
     * @throws ProviderUnavailableException when something that the order needs could not be looked up
     */
    PreparedCommand prepareLaunch(Device device, RescueSystem system);

    /**
     * The order that boots it back into its installed system: an image that is loaded is taken out, else the device is rebooted. Sends
     * nothing yet.
     *
     * @param bootedFromImage whether the provider says that an image is loaded
     * @param hard power-cycle instead of asking the running system to shut down
     */
    PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard);
}
