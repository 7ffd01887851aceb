package dev.lifeline.message;

import java.util.List;

/**
 * What is to be filled in before a press counts? What comes back carries the action, the subject and a text for each field.
 *
 * @param subject the opaque id of what it is about
 */
public record Form(Action action, String subject, Line title, Line text, List<Field> fields, Wording wording) {

    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * One thing to fill in.
     *
     * @param name what the text comes back under
     * @param most characters; within the platform's limit of 3,000 (slack.md 4.1)
     * @param required whether it may be left empty
     */
    public record Field(String name, String label, String hint, boolean severalLines, int most, boolean required) {}

    /** What its two buttons say. */
    public record Wording(String submit, String close) {}
}
