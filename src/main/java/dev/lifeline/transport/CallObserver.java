package dev.lifeline.transport;

/** Is told of each attempt to call somebody outside, to count and to time it. Thread-safe; throws nothing and never blocks. */
@FunctionalInterface
public interface CallObserver {

    /** Observes nothing. */
    CallObserver NONE = method -> outcome -> {};

    /**
     * A call begins.
     *
     * @param method one of a fixed set of names, never with an id in it
     */
    Observation begin(String method);

    /** One call. */
    @FunctionalInterface
    interface Observation {

        /**
         * The call has ended.
         *
         * @param outcome one of a fixed set of words, such as {@code ok}
         */
        void end(String outcome);
    }
}
