package dev.lifeline.config;

import java.util.List;

/** A policy cannot be worked with. Every problem is told, with its line and key and what is allowed there. */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a list of texts, and never serialized anyway
    private final List<String> problems;

    public InvalidPolicyException(List<String> problems) {
        super("The policy cannot be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
