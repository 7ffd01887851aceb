package dev.lifeline.sandbox.softlayer.account;

/** What can be observed of a device at one moment. */
public record Appearance(Power power, AnsweringSystem answeringSystem) {

    static final Appearance NORMAL = new Appearance(Power.RUNNING, AnsweringSystem.INSTALLED);
    static final Appearance HALTED = new Appearance(Power.HALTED, AnsweringSystem.SILENT);
    static final Appearance PAUSED = new Appearance(Power.PAUSED, AnsweringSystem.SILENT);
    /** Powered on, but nothing answers yet. */
    static final Appearance STARTING = new Appearance(Power.RUNNING, AnsweringSystem.SILENT);

    static Appearance running(AnsweringSystem answeringSystem) {
        return new Appearance(Power.RUNNING, answeringSystem);
    }
}
