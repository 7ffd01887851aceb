package dev.lifeline.sandbox.slack.world;

import java.util.List;

/** Why can that not be done, or made to happen? Names what could be instead. */
public final class Undoable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> choices;

    public Undoable(String sentence, List<String> choices) {
        super(sentence, null, false, false);
        this.choices = List.copyOf(choices);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public List<String> choices() {
        return choices;
    }
}
