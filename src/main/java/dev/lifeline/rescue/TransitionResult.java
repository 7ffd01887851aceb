package dev.lifeline.rescue;

import java.util.List;
import java.util.Optional;

/** Result of a transition: applied, or rejected with a reason. */
public sealed interface TransitionResult {

    /**
     * The transition took place.
     *
     * @param next with a version one higher, to be saved against the one that was read
     * @param events for the thread, in order; may be empty
     */
    record Applied(RescueRequest next, List<RescueEvent> events) implements TransitionResult {
        public Applied {
            events = List.copyOf(events);
        }
    }

    /** The request did not change. */
    record Rejected(TransitionRejection reason) implements TransitionResult {}

    /** The transition; empty when it was rejected. */
    default Optional<Applied> applied() {
        return this instanceof Applied applied ? Optional.of(applied) : Optional.empty();
    }
}
