package dev.lifeline.sandbox.classic.wire;

import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Serving;
import dev.lifeline.sandbox.classic.world.View;

/** Which of its lives does a device lead? Each has a host key of its own. */
enum Life {
    INSTALLED,
    RESCUE,
    /** The rescue system of guests with less than 6 GB: CentOS 5, with its age's algorithms only (softlayer.md 2.1). */
    OLD_RESCUE;

    private static final int OLD_BELOW = 6;

    static Life of(Device device, View view) {
        if (view.look().serving() == Serving.INSTALLED) return INSTALLED;
        boolean old = device.spec().isGuest()
                && device.spec().memory() < OLD_BELOW
                && view.iso().isEmpty();
        return old ? OLD_RESCUE : RESCUE;
    }
}
