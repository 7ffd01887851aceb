package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends each command to the provider of its device.
 *
 * @param route the provider of a device; may throw what the {@code prepare} methods throw
 */
public record RoutedRescueProvider(Function<Device, RescueProvider> route) implements RescueProvider {

    @Override
    public Optional<PreflightFailure> findPreflightFailure(Device device) {
        return of(device).findPreflightFailure(device);
    }

    @Override
    public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
        return of(device).prepareLaunch(device, system);
    }

    @Override
    public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
        return of(device).prepareExit(device, bootedFromImage, hard);
    }

    @Override
    public PreparedCommand preparePowerOn(Device device) {
        return of(device).preparePowerOn(device);
    }

    private RescueProvider of(Device device) {
        return route.apply(device);
    }
}
