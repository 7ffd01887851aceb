package dev.lifeline.app;

import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.transport.CallObserver;
import java.util.Optional;

/** A provider whose commands are counted and timed by their results. Sends each exactly as often as it is told to. */
record ObservedRescueProvider(RescueProvider provider, CallObserver observer) implements RescueProvider {

    @Override
    public Optional<PreflightFailure> findPreflightFailure(Device device) {
        return provider.findPreflightFailure(device);
    }

    @Override
    public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
        return observed("launch", provider.prepareLaunch(device, system));
    }

    @Override
    public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
        return observed("exit", provider.prepareExit(device, bootedFromImage, hard));
    }

    @Override
    public PreparedCommand preparePowerOn(Device device) {
        return observed("power-on", provider.preparePowerOn(device));
    }

    private PreparedCommand observed(String kind, PreparedCommand command) {
        return guard -> {
            CallObserver.Observation observation = observer.begin(kind);
            CommandResult result = command.send(guard);
            observation.end(Outcomes.of(result));
            return result;
        };
    }
}
