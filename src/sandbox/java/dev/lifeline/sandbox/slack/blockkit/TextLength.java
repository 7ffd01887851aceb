package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;

/** Counts the characters (code points) of all texts in blocks. */
final class TextLength {

    private TextLength() {}

    static int totalChars(JsonNode node) {
        JsonNode text = node.path("text");
        int total =
                text.isTextual() ? text.asText().codePointCount(0, text.asText().length()) : 0;
        for (JsonNode child : node) total += totalChars(child);
        return total;
    }
}
