package dev.lifeline.sandbox.slack.acting;

import java.util.List;

/** Why can a person not do that? Names what could be done instead. */
final class Undoable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> choices;

    Undoable(String sentence, List<String> choices) {
        super(sentence, null, false, false);
        this.choices = List.copyOf(choices);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    List<String> choices() {
        return choices;
    }
}
