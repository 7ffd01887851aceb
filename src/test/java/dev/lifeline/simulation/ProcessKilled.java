package dev.lifeline.simulation;

/** Thrown in a process that was killed, at its next call to anything outside. */
final class ProcessKilled extends Error {

    private static final long serialVersionUID = 1L;

    ProcessKilled() {
        super("killed", null, false, false);
    }
}
