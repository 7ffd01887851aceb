package dev.lifeline.command;

import dev.lifeline.message.Window;
import java.util.Map;
import java.util.Optional;

/**
 * What came with a press, besides what it is about?
 *
 * @param plan the digest of the plan that the card showed; empty on buttons that need none
 * @param values what was filled in, by field; empty without a form
 * @param window where the answer is shown; empty where none was opened
 */
record Given(String plan, Map<String, String> values, Optional<Window> window) {

    Given {
        values = Map.copyOf(values);
    }

    /** What a field holds, without the blanks around it. */
    String text(String field) {
        return values.getOrDefault(field, "").strip();
    }
}
