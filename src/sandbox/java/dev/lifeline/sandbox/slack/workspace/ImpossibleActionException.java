package dev.lifeline.sandbox.slack.workspace;

import java.util.List;

/** A request to the control API that cannot be carried out; names what could be requested instead. */
public final class ImpossibleActionException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> choices;

    public ImpossibleActionException(String sentence, List<String> choices) {
        super(sentence, null, false, false);
        this.choices = List.copyOf(choices);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public List<String> choices() {
        return choices;
    }
}
