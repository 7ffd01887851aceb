package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Is this piece of JSON as Block Kit wants it? Tells the problems otherwise. */
@FunctionalInterface
interface Check {

    Check ANYTHING = (node, at, problems) -> {};

    void look(JsonNode node, String at, Problems problems);

    /** Both must be satisfied. */
    default Check and(Check other) {
        return (node, at, problems) -> {
            look(node, at, problems);
            other.look(node, at, problems);
        };
    }

    /** A string of one to so many characters. */
    static Check string(int most) {
        return stringOf(1, most);
    }

    /** A string of at most so many characters, or none. */
    static Check maybeEmpty(int most) {
        return stringOf(0, most);
    }

    private static Check stringOf(int least, int most) {
        return (node, at, problems) -> {
            int length = node.asText().codePointCount(0, node.asText().length());
            if (!node.isTextual()) problems.add(at, "must be a string");
            else if (length < least) problems.add(at, "must be more than " + (least - 1) + " characters");
            else if (length > most) problems.add(at, "must be less than " + (most + 1) + " characters");
        };
    }

    /** A text object of either kind. */
    static Check text(int most) {
        return typed(
                Map.of("plain_text", plainText(most), "mrkdwn", content(most).with("verbatim")));
    }

    /** A plain_text object. */
    static Check plain(int most) {
        return typed(Map.of("plain_text", plainText(most)));
    }

    private static Shape plainText(int most) {
        return content(most).with("emoji");
    }

    private static Shape content(int most) {
        return new Shape().must("text", string(most));
    }

    /** One of some words. */
    static Check oneOf(Set<String> words) {
        return (node, at, problems) -> {
            if (!words.contains(node.asText())) problems.add(at, "unsupported type: " + node.asText());
        };
    }

    /** A whole number within bounds, both included. */
    static Check number(int least, int most) {
        return (node, at, problems) -> {
            if (!node.isIntegralNumber()) problems.add(at, "must be an integer");
            else if (node.asInt() < least || node.asInt() > most)
                problems.add(at, "must be within " + least + " and " + most);
        };
    }

    /** A string of some pattern. */
    static Check like(String pattern) {
        return (node, at, problems) -> {
            if (!node.asText().matches(pattern)) problems.add(at, "invalid format");
        };
    }

    /** A list of one to so many items. */
    static Check list(int most, Check item) {
        return (node, at, problems) -> {
            if (!node.isArray()) problems.add(at, "must be an array");
            else if (node.isEmpty()) problems.add(at, "no less than 1 items required");
            else if (node.size() > most) problems.add(at, "no more than " + most + " items allowed");
            else for (int i = 0; i < node.size(); i++) item.look(node.get(i), at + "/" + i, problems);
        };
    }

    /** An object whose {@code type} says which of some checks is for it. */
    static Check typed(Map<String, Check> byType) {
        return (node, at, problems) -> {
            String type = node.path("type").asText();
            Check check = byType.get(type);
            if (type.isEmpty()) problems.add(at, "missing required field: type");
            else if (check == null) problems.add(at + "/type", "unsupported type: " + type);
            else check.look(node, at, problems);
        };
    }
}
