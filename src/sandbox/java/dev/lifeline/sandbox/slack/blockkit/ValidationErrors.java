package dev.lifeline.sandbox.slack.blockkit;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, and where? The place is a JSON pointer. */
final class ValidationErrors {

    private final List<String> messages = new ArrayList<>();

    void add(String pointer, String sentence) {
        messages.add(sentence + " [json-pointer:" + pointer + "]");
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }
}
