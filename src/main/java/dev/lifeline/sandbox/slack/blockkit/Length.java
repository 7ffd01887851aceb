package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;

/** How many characters of text are in some blocks, all texts together? */
final class Length {

    private Length() {}

    static int of(JsonNode node) {
        JsonNode text = node.path("text");
        int here =
                text.isTextual() ? text.asText().codePointCount(0, text.asText().length()) : 0;
        for (JsonNode child : node) here += of(child);
        return here;
    }
}
