package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;

/** How many characters of text are in some blocks, all texts together? */
final class TextLength {

    private TextLength() {}

    static int totalChars(JsonNode node) {
        JsonNode text = node.path("text");
        int here =
                text.isTextual() ? text.asText().codePointCount(0, text.asText().length()) : 0;
        for (JsonNode child : node) here += totalChars(child);
        return here;
    }
}
