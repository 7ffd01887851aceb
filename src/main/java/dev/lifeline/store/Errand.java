package dev.lifeline.store;

import java.util.Locale;

/** Which kinds of work does the engine know? The names stand in the database. */
enum Errand {
    ANSWERS,
    STEPS,
    DELIVERIES,
    WATCH;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
