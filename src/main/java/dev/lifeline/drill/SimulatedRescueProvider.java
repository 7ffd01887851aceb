package dev.lifeline.drill;

import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueSystem;
import java.util.Optional;
import java.util.OptionalLong;

/** Accepts every command and sends none: that it was claimed is all that {@link SimulatedDevices} goes by. */
final class SimulatedRescueProvider implements RescueProvider {

    @Override
    public Optional<PreflightFailure> findPreflightFailure(Device device) {
        return Optional.empty();
    }

    @Override
    public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
        return SimulatedRescueProvider::accept;
    }

    @Override
    public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
        return SimulatedRescueProvider::accept;
    }

    @Override
    public PreparedCommand preparePowerOn(Device device) {
        return SimulatedRescueProvider::accept;
    }

    private static CommandResult accept(SendGuard guard) {
        return guard.maySend()
                ? new CommandResult.Accepted(OptionalLong.empty())
                : new CommandResult.NotSent("the drill was taken back");
    }
}
