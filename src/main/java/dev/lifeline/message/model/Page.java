package dev.lifeline.message.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A page of the bot's own HTTP server, as text; the server renders it.
 *
 * @param language that its text is in
 */
public record Page(Outcome outcome, Message message, Optional<PageForm> form, Locale language) {

    /** What the page answers, from which the server derives the HTTP status. */
    public enum Outcome {
        OK,
        /** What was submitted is invalid; another submission may succeed. */
        INVALID_INPUT,
        /** The URL does not work any more. */
        GONE,
        /** Too much was tried; what the page says will work later. */
        LIMITED
    }

    /**
     * The form of a page.
     *
     * @param path the target, relative to the page's own URL; empty for that URL
     * @param submitLabel the label of the button
     */
    public record PageForm(String path, List<Input> inputs, String submitLabel) {
        public PageForm {
            inputs = List.copyOf(inputs);
        }
    }

    /** A field of the form. */
    public sealed interface Input {
        String name();
    }

    /** A text field; a secret one is not echoed. */
    public record TextInput(String name, String label, String hint, boolean secret) implements Input {}

    /** A hidden field. Its value is a secret, which {@code toString} leaves out. */
    public record HiddenInput(String name, String value) implements Input {
        @Override
        public String toString() {
            return "HiddenInput[" + name + "]";
        }
    }
}
