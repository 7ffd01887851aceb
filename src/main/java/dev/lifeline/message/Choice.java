package dev.lifeline.message;

import java.util.Optional;

/**
 * What can be pressed?
 *
 * @param label a verb, in the phrasebook's words
 * @param subject the opaque id of what it is about; never more than that, since every client can read it
 * @param question asked again by Slack itself before the press counts
 * @param form whether a form is filled in before the press counts
 */
public record Choice(
        Action action, String label, String subject, Weight weight, Optional<Question> question, boolean form) {

    /** How does it look? */
    public enum Weight {
        PLAIN,
        PRIMARY,
        DANGER
    }

    /** The question that is asked before a press counts. */
    public record Question(String title, String text, String yes, String no) {}

    public static Choice of(Action action, String label, String subject, Weight weight) {
        return new Choice(action, label, subject, weight, Optional.empty(), false);
    }

    /** The same, asked again before it counts. */
    public Choice asking(Question asked) {
        return new Choice(action, label, subject, weight, Optional.of(asked), form);
    }

    /** The same, with a form to fill in first. */
    public Choice filledIn() {
        return new Choice(action, label, subject, weight, question, true);
    }

    /** What the platform carries: of the action, or of its form. */
    public String id() {
        return form ? action.formId() : action.id();
    }
}
