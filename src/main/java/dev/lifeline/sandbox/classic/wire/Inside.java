package dev.lifeline.sandbox.classic.wire;

import dev.lifeline.sandbox.classic.world.Device;

/** What a shell inside a device can do to it. */
@FunctionalInterface
public interface Inside {

    /** Somebody typed {@code reboot}. */
    void reboots(Device device);
}
