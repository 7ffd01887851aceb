package dev.lifeline.device;

import java.util.List;

/** The provider's two types of server; each numbers its ids by itself (src/docs/platform/softlayer.md, section Launching). And a third. */
public enum DeviceType {
    /** Classic virtual server. */
    VIRTUAL_GUEST,
    /** Classic bare metal server. */
    HARDWARE,
    /** Device of a drill, which no provider knows. */
    SIMULATED;

    /** The types of devices that the provider has. */
    public static List<DeviceType> ofProvider() {
        return List.of(VIRTUAL_GUEST, HARDWARE);
    }
}
