package dev.lifeline.command;

import java.util.Map;

/**
 * What came with a press, besides what it is about?
 *
 * @param plan the digest of the plan that the card showed; empty on buttons that need none
 * @param values what was filled in, by field; empty without a form
 */
record Given(String plan, Map<String, String> values) {

    Given {
        values = Map.copyOf(values);
    }

    /** What a field holds, without the blanks around it. */
    String text(String field) {
        return values.getOrDefault(field, "").strip();
    }
}
