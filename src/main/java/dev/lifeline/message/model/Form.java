package dev.lifeline.message.model;

import java.util.List;

/**
 * What is to be filled in before a press counts? What comes back carries the action, the subject and a text for each field.
 *
 * @param value the opaque id of what it is about
 */
public record Form(
        Action action, String value, TextLine title, TextLine text, List<Field> fields, ButtonLabels buttonLabels) {

    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * One thing to fill in.
     *
     * @param name what the text comes back under
     * @param maxChars characters; within the platform's limit of 3,000 (slack.md 4.1)
     * @param required whether it may be left empty
     */
    public record Field(String name, String label, String hint, boolean multiline, int maxChars, boolean required) {}

    /** What its two buttons say. */
    public record ButtonLabels(String submit, String close) {}
}
