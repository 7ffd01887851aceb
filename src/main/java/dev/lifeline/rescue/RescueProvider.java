package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.Optional;

/**
 * Sends the commands that boot a device into the rescue kernel and back. What a command needs is looked up by the {@code
 * prepare} methods, so that only the one call lies between its claim and its result; a command is sent at most once, and no
 * layer below repeats it (promise P1).
 *
 * <p>Thread-safe. The {@code prepare} methods block like the queries of {@link dev.lifeline.device.Devices}.
 */
public interface RescueProvider {

    /** A command with everything that it needs. */
    @FunctionalInterface
    interface PreparedCommand {

        /**
         * Sends the command, as one provider call; the caller has claimed it on disk before. A second call sends a second
         * command. Nothing else is looked up on the way: a credential that has to be fetched was fetched by the {@code
         * prepare} method.
         *
         * <p>Blocks for at most 120 seconds for the call and 15 seconds for a permit of the rate limiter. Every failure is
         * a {@link CommandResult}; nothing is thrown for it.
         *
         * @param guard asked once, after every wait and right before the first byte leaves
         */
        CommandResult send(SendGuard guard);
    }

    /**
     * Says whether a command may still be sent. A process may stand still for longer than any time-out between its claim and
     * its call, and others go on meanwhile.
     */
    @FunctionalInterface
    interface SendGuard {

        /** No further condition. */
        SendGuard NONE = () -> true;

        /** Whether the command may be sent now; where not, its result is {@link CommandResult.NotSent}. May block for the database. */
        boolean maySend();
    }

    /**
     * Returns what prevents the rescue of this type of device beyond {@link dev.lifeline.device.Preflight}, such as a
     * missing rescue image. Sends no command; makes provider calls for a Windows guest only, whose answers are kept for up
     * to 6 hours.
     *
     * @throws ProviderUnavailableException when that cannot be found out
     */
    Optional<PreflightFailure> findPreflightFailure(Device device);

    /**
     * Prepares the command that boots the device into the rescue kernel. Sends no command.
     *
     * @param system heeded for bare metal without an operating system only; elsewhere the provider goes by the installed
     *     one
     * @throws ProviderUnavailableException when something that the command needs could not be looked up
     */
    PreparedCommand prepareLaunch(Device device, RescueSystem system);

    /**
     * Prepares the command that boots the device back into its installed system: unloads a loaded image, else reboots.
     * Sends no command.
     *
     * <p>Makes one call for a guest unless an image is known to be loaded; without an answer none is assumed.
     *
     * @param bootedFromImage whether the provider reported a loaded image
     * @param hard power-cycle instead of asking the running system to shut down
     * @throws ProviderUnavailableException when something that the command needs could not be looked up
     */
    PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard);

    /**
     * Prepares the command that powers the device on. Sends no command.
     *
     * @throws ProviderUnavailableException when something that the command needs could not be looked up
     */
    PreparedCommand preparePowerOn(Device device);
}
