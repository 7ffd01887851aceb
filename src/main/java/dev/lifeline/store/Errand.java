package dev.lifeline.store;

import java.util.Locale;

/** Which kinds of work does the engine know? The names stand in the database. */
enum Errand {
    ANSWERS(0),
    STEPS(1),
    DELIVERIES(1),
    WATCH(1);

    private final int priority;

    Errand(int priority) {
        this.priority = priority;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Higher goes first: what was decided is carried through before more is decided, however many ask. */
    int priority() {
        return priority;
    }
}
