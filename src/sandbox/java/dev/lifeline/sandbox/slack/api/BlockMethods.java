package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.util.List;

/**
 * {@code blocks.validate}: whether blocks would be accepted in a message; needs no scope (src/docs/platform/slack.md,
 * section New in 2025 and 2026).
 */
record BlockMethods(MessageContentParser contentParser) {

    private static final int MAX_ARGUMENT_CHARS = 100_000;

    List<ApiMethod> all() {
        return List.of(ApiMethod.forBotToken("blocks.validate", RateLimitTier.TIER_3, this::validate));
    }

    private ObjectNode validate(Arguments arguments) throws ApiErrorException {
        for (String argument : List.of("blocks", "message", "view"))
            if (arguments.text(argument).orElse("").length() > MAX_ARGUMENT_CHARS)
                throw new ApiErrorException("invalid_arguments");
        contentParser.parseBlocks(arguments, "invalid_blocks");
        return Json.object();
    }
}
