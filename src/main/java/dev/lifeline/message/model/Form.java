package dev.lifeline.message.model;

import java.util.List;

/**
 * A form that a button opens. The submission carries the action, the value and a text for each field.
 *
 * @param value the opaque id of what the form is about
 */
public record Form(
        Action action, String value, TextLine title, TextLine text, List<Field> fields, ButtonLabels buttonLabels) {

    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * A text input.
     *
     * @param name the key of the text in the submission
     * @param maxChars at most 3,000 (src/docs/platform/slack.md, section Sizes)
     * @param required whether Slack refuses an empty text
     * @param initialValue what the input holds at first; empty for nothing
     */
    public record Field(
            String name,
            String label,
            String hint,
            boolean multiline,
            int maxChars,
            boolean required,
            String initialValue) {

        /** An input that is empty at first. */
        public Field(String name, String label, String hint, boolean multiline, int maxChars, boolean required) {
            this(name, label, hint, multiline, maxChars, required, "");
        }
    }

    /** This form with other fields. */
    Form withFields(List<Field> newFields) {
        return new Form(action, value, title, text, newFields, buttonLabels);
    }

    /** The labels of the two buttons. */
    public record ButtonLabels(String submit, String close) {}
}
