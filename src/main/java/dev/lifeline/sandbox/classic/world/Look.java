package dev.lifeline.sandbox.classic.world;

/** How does a device look from outside at one moment? */
public record Look(Power power, Serving serving) {

    static final Look NORMAL = new Look(Power.RUNNING, Serving.INSTALLED);
    static final Look OFF = new Look(Power.HALTED, Serving.SILENT);
    static final Look PAUSED = new Look(Power.PAUSED, Serving.SILENT);
    /** Powered, and nothing answers yet. */
    static final Look STARTING = new Look(Power.RUNNING, Serving.SILENT);

    static Look on(Serving serving) {
        return new Look(Power.RUNNING, serving);
    }
}
