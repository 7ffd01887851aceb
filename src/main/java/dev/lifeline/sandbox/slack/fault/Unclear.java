package dev.lifeline.sandbox.slack.fault;

import java.util.List;

/** Why can this not be made to happen? Names what could be asked for instead. */
final class Unclear extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> choices;

    Unclear(String sentence, List<String> choices) {
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
