package dev.lifeline.rescue;

import java.util.List;
import java.util.Optional;

/** What came of asking a request to go on? */
public sealed interface TransitionResult {

    /**
     * It went on.
     *
     * @param next with a version one higher, to be saved against the one it was read with
     * @param events what the thread should read, in order
     */
    record Applied(RescueRequest next, List<RescueEvent> events) implements TransitionResult {
        public Applied {
            events = List.copyOf(events);
        }
    }

    /** It stayed, for a reason that somebody should be told. */
    record Rejected(TransitionRejection reason) implements TransitionResult {}

    default Optional<Applied> applied() {
        return this instanceof Applied applied ? Optional.of(applied) : Optional.empty();
    }
}
