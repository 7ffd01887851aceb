package dev.lifeline.sandbox.slack.blockkit;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, each with a JSON pointer to where it is. Not thread-safe: one for each validation. */
final class ValidationErrors {

    private final List<String> messages = new ArrayList<>();

    void add(String pointer, String problem) {
        messages.add(problem + " [json-pointer:" + pointer + "]");
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }
}
