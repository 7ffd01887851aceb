package dev.lifeline.rescue;

/** A part of a rescue that takes its time, as people count it afterwards. */
public enum RescuePhase {
    APPROVAL,
    LAUNCH,
    BOOT,
    RESCUE,
    EXIT
}
