package dev.lifeline.sandbox.classic.world;

/** Virtual guest or bare metal? */
public enum Kind {
    VIRTUAL_GUEST,
    HARDWARE
}
