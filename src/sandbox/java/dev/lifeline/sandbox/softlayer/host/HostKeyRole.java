package dev.lifeline.sandbox.softlayer.host;

import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.AnsweringSystem;
import dev.lifeline.sandbox.softlayer.account.DeviceSnapshot;

/** The system whose SSH host key a device presents. */
enum HostKeyRole {
    INSTALLED("installed"),
    RESCUE("rescue"),
    /**
     * The rescue kernel of guests with less than 6 GB: CentOS 5, with the algorithms of its time
     * (src/docs/platform/softlayer.md, section Launching).
     */
    LEGACY_RESCUE("legacy-rescue");

    private static final int LEGACY_RESCUE_BELOW_GIGABYTES = 6;

    private final String seedName;

    HostKeyRole(String seedName) {
        this.seedName = seedName;
    }

    /** Returns the name from which keys are derived; changing it changes the keys. */
    String seedName() {
        return seedName;
    }

    /** Returns the role of a device that answers SSH. */
    static HostKeyRole roleOf(Device device, DeviceSnapshot deviceSnapshot) {
        if (deviceSnapshot.appearance().answeringSystem() == AnsweringSystem.INSTALLED) return INSTALLED;
        boolean legacy = device.spec().isGuest()
                && device.spec().memoryGigabytes() < LEGACY_RESCUE_BELOW_GIGABYTES
                && deviceSnapshot.isoImage().isEmpty();
        return legacy ? LEGACY_RESCUE : RESCUE;
    }
}
