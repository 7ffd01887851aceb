package dev.lifeline.softlayer;

import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.OperatingSystem.Family;
import java.util.Set;

/** Devices that tests act on. */
public final class SampleDevices {

    private SampleDevices() {}

    public static Device guest(Family family) {
        return new Device.VirtualGuest(properties(DeviceId.virtualGuest(101), family), 8192, false, false);
    }

    static Device bareMetal(Family family) {
        return new Device.Hardware(properties(DeviceId.hardware(201), family), false);
    }

    private static Device.Details properties(DeviceId id, Family family) {
        OperatingSystem system = new OperatingSystem(family, family.name());
        return new Device.Details(
                id, new DeviceName("web-07", "example.com"), Addresses.NONE, system, "dal13", Set.of());
    }
}
