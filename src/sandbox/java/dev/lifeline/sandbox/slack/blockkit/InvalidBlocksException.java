package dev.lifeline.sandbox.slack.blockkit;

import java.util.List;

/** Blocks or a view that Slack would refuse: Slack's error, and a message with a JSON pointer for each problem. */
public final class InvalidBlocksException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidBlocksException(String error, List<String> problems) {
        super(error, null, false, false);
        this.problems = List.copyOf(problems);
    }

    public String error() {
        return String.valueOf(getMessage());
    }

    /** Returns the problems, such as {@code must be less than 3001 characters [json-pointer:/blocks/0/text/text]}. */
    public List<String> problems() {
        return problems;
    }
}
