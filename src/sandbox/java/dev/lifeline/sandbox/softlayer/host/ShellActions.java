package dev.lifeline.sandbox.softlayer.host;

import dev.lifeline.sandbox.softlayer.account.Device;

/** What a shell inside a device can do to it. */
@FunctionalInterface
public interface ShellActions {

    /** Somebody typed {@code reboot}. */
    void reboot(Device device);
}
