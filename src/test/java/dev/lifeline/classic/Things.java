package dev.lifeline.classic;

import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.OperatingSystem.Family;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Devices that tests act on. */
final class Things {

    private Things() {}

    static Device guest(Family family) {
        return new Device.VirtualGuest(facts(DeviceId.virtualGuest(101), family), 8192, false, false);
    }

    static Device metal(Family family) {
        return new Device.Hardware(facts(DeviceId.hardware(201), family), false);
    }

    private static Device.Facts facts(DeviceId id, Family family) {
        OperatingSystem system = new OperatingSystem(family, family.name());
        return new Device.Facts(id, new DeviceName("web-07", "example.com"), Addresses.NONE, system, "dal13", Set.of());
    }

    /** A clock that stands still until it is told to move on. */
    static final class SettableClock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");

        void pass(java.time.Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
