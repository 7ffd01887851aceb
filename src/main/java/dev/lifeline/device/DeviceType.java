package dev.lifeline.device;

/** Which of the provider's two kinds of server is it? Each kind counts its ids by itself (softlayer.md 2.1). */
public enum DeviceType {
    /** Classic virtual server. */
    VIRTUAL_GUEST,
    /** Classic bare metal server. */
    HARDWARE
}
