package dev.lifeline.sandbox.softlayer.host;

import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.AnsweringSystem;
import dev.lifeline.sandbox.softlayer.account.DeviceSnapshot;

/** Which of its lives does a device lead? Each has a host key of its own. */
enum HostKeyRole {
    INSTALLED,
    RESCUE,
    /** The rescue system of guests with less than 6 GB: CentOS 5, with its age's algorithms only (softlayer.md 2.1). */
    LEGACY_RESCUE;

    private static final int LEGACY_RESCUE_BELOW_GIGABYTES = 6;

    static HostKeyRole roleOf(Device device, DeviceSnapshot deviceSnapshot) {
        if (deviceSnapshot.appearance().answeringSystem() == AnsweringSystem.INSTALLED) return INSTALLED;
        boolean old = device.spec().isGuest()
                && device.spec().memoryGigabytes() < LEGACY_RESCUE_BELOW_GIGABYTES
                && deviceSnapshot.isoImage().isEmpty();
        return old ? LEGACY_RESCUE : RESCUE;
    }
}
