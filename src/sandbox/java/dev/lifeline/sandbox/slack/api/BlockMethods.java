package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.util.List;

/** {@code blocks.validate}: would these blocks be taken in a message? Needs no scope (slack.md 4.7). */
record BlockMethods(MessageContentParser contentParser) {

    List<ApiMethod> all() {
        return List.of(ApiMethod.forBotToken("blocks.validate", RateLimitTier.TIER_3, this::validate));
    }

    private ObjectNode validate(Arguments arguments) throws ApiErrorException {
        contentParser.blocks(arguments);
        return Json.object();
    }
}
