package dev.lifeline.message;

import java.util.List;
import java.util.Optional;

/** What does a page of the bot's own server show? Words only; how it looks is the server's business. */
public record Page(Outcome outcome, Message message, Optional<Entry> entry) {

    /** How did it go? */
    public enum Outcome {
        FINE,
        /** What was sent was of no use; it can be tried again. */
        TRY_AGAIN,
        /** There is nothing to be done with this address any more. */
        OVER
    }

    /**
     * What can be sent from it?
     *
     * @param step where it goes, below the page's own address; empty for that itself
     * @param send the label of the button
     */
    public record Entry(String step, List<Field> fields, String send) {
        public Entry {
            fields = List.copyOf(fields);
        }
    }

    /** What goes along? */
    public sealed interface Field {
        String name();
    }

    /** What a person types. */
    public record Typed(String name, String label, String hint, boolean secret) implements Field {}

    /** What the page brings along by itself; not shown, and not to be printed. */
    public record Carried(String name, String value) implements Field {
        @Override
        public String toString() {
            return "Carried[" + name + "]";
        }
    }
}
