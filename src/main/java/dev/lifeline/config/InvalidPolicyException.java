package dev.lifeline.config;

import java.util.List;

/** A policy is invalid. Names every problem, with its line, its key and what is allowed there. */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final List<String> problems;

    public InvalidPolicyException(List<String> problems) {
        super("The policy cannot be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
