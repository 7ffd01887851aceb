package dev.lifeline.store;

import java.time.Duration;
import java.util.Locale;

/** Which kinds of work does the engine know? The names stand in the database. */
enum Errand {
    ANSWERS(Hands.ANSWERING, 0, Duration.ZERO),
    STEPS(Hands.STEPPING, 1, Duration.ZERO),
    DELIVERIES(Hands.DELIVERING, 1, Duration.ofSeconds(2)),
    WATCH(Hands.STEPPING, 1, Duration.ZERO);

    private final Hands hands;
    private final int priority;
    private final Duration unhurried;

    Errand(Hands hands, int priority, Duration unhurried) {
        this.hands = hands;
        this.priority = priority;
        this.unhurried = unhurried;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Who does it. */
    Hands hands() {
        return hands;
    }

    /** Higher goes first: what was decided is carried through before more is decided, however many ask. */
    int priority() {
        return priority;
    }

    /**
     * How soon at the earliest does one that waits for its time already come up again when it is asked for once more? A lane that Slack
     * does not take from is not tried again at each letter that is put to the others.
     */
    Duration unhurried() {
        return unhurried;
    }
}
