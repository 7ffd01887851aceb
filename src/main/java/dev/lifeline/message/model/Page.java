package dev.lifeline.message.model;

import java.util.List;
import java.util.Optional;

/** What does a page of the bot's own server show? Words only; how it looks is the server's business. */
public record Page(Outcome outcome, Message message, Optional<PageForm> form) {

    /** How did it go? */
    public enum Outcome {
        OK,
        /** What was sent was of no use; it can be tried again. */
        INVALID_INPUT,
        /** There is nothing to be done with this address any more. */
        GONE
    }

    /**
     * What can be sent from it?
     *
     * @param path where it goes, below the page's own address; empty for that itself
     * @param submitLabel the label of the button
     */
    public record PageForm(String path, List<Input> inputs, String submitLabel) {
        public PageForm {
            inputs = List.copyOf(inputs);
        }
    }

    /** What goes along? */
    public sealed interface Input {
        String name();
    }

    /** What a person types. */
    public record TextInput(String name, String label, String hint, boolean secret) implements Input {}

    /** What the page brings along by itself; not shown, and not to be printed. */
    public record HiddenInput(String name, String value) implements Input {
        @Override
        public String toString() {
            return "HiddenInput[" + name + "]";
        }
    }
}
