package dev.lifeline.rescue;

import java.util.List;
import java.util.Optional;

/** What came of asking a request to go on? */
public sealed interface Move {

    /**
     * It went on.
     *
     * @param next with a version one higher, to be saved against the one it was read with
     * @param happened what the thread should read, in order
     */
    record Moved(RescueRequest next, List<Happening> happened) implements Move {
        public Moved {
            happened = List.copyOf(happened);
        }
    }

    /** It stayed, for a reason that somebody should be told. */
    record Stayed(Stay reason) implements Move {}

    default Optional<Moved> moved() {
        return this instanceof Moved moved ? Optional.of(moved) : Optional.empty();
    }
}
