package dev.lifeline.account;

import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueSystem;
import java.util.Optional;

/** Commands, each to the account of its device. */
record RoutedRescueProvider(ByAccount<RescueProvider> byAccount) implements RescueProvider {

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
        return byAccount.get(device.id().account());
    }
}
