package dev.lifeline.sandbox.slack.blockkit;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, and where? The place is a JSON pointer. */
final class Problems {

    private final List<String> all = new ArrayList<>();

    void add(String pointer, String sentence) {
        all.add(sentence + " [json-pointer:" + pointer + "]");
    }

    List<String> all() {
        return List.copyOf(all);
    }

    boolean none() {
        return all.isEmpty();
    }
}
