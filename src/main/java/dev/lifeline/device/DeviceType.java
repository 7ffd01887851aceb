package dev.lifeline.device;

/** The provider's two types of server; each numbers its ids by itself (src/docs/platform/softlayer.md, section Launching). */
public enum DeviceType {
    /** Classic virtual server. */
    VIRTUAL_GUEST,
    /** Classic bare metal server. */
    HARDWARE
}
