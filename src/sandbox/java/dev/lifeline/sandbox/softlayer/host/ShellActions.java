package dev.lifeline.sandbox.softlayer.host;

import dev.lifeline.sandbox.softlayer.account.Device;

/** What a shell on a device can do to the device. */
@FunctionalInterface
public interface ShellActions {

    /** Called when {@code reboot} was typed. */
    void reboot(Device device);
}
