package dev.lifeline.message;

import java.util.Optional;

/**
 * What can be pressed?
 *
 * @param label a verb, in the phrasebook's words
 * @param subject the opaque id of what it is about; never more than that, since every client can read it
 * @param question asked again by Slack itself before the press counts
 */
public record Choice(Action action, String label, String subject, Weight weight, Optional<Question> question) {

    /** How does it look? */
    public enum Weight {
        PLAIN,
        PRIMARY,
        DANGER
    }

    /** The question that is asked before a press counts. */
    public record Question(String title, String text, String yes, String no) {}

    public static Choice of(Action action, String label, String subject, Weight weight) {
        return new Choice(action, label, subject, weight, Optional.empty());
    }

    /** The same, asked again before it counts. */
    public Choice asking(Question asked) {
        return new Choice(action, label, subject, weight, Optional.of(asked));
    }
}
