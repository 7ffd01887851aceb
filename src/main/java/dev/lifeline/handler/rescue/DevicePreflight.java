package dev.lifeline.handler.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceReference;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Preflight;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.RescueProvider;
import java.util.Optional;

/** Inspects a device and finds what would keep it from booting the rescue kernel. Blocks for as long as the provider takes. */
public final class DevicePreflight {

    private final Devices devices;
    private final RescueProvider rescueProvider;

    public DevicePreflight(Devices devices, RescueProvider rescueProvider) {
        this.devices = devices;
        this.rescueProvider = rescueProvider;
    }

    /** The device as it is now; empty where it is gone. */
    Optional<Inspection> inspect(Device device) {
        return devices.inspect(device.id());
    }

    /**
     * The first failure; empty where the device can be launched.
     *
     * @param typed the name, address or id by which the device was asked for
     */
    Optional<PreflightFailure> findFailure(Inspection inspection, String typed) {
        Device device = inspection.device();
        Optional<PreflightFailure> renamed =
                device.isIdentifiedBy(DeviceReference.parse(typed).name())
                        ? Optional.empty()
                        : Optional.of(new PreflightFailure.Renamed(device.name()));
        return renamed.or(() -> Preflight.firstFailure(inspection))
                .or(() -> rescueProvider.findPreflightFailure(device));
    }
}
