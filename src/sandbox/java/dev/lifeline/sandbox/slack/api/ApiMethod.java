package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One Web API method.
 *
 * @param tokenType the type of token it accepts
 * @param scopes the token must have one of these; empty means none is needed
 */
record ApiMethod(String name, RateLimitTier tier, TokenType tokenType, List<String> scopes, MethodHandler handler) {

    /** Carries the method out; its result is answered with {@code ok:true} added. */
    interface MethodHandler {
        ObjectNode handle(Arguments arguments) throws ApiErrorException;
    }

    static ApiMethod forBotToken(String name, RateLimitTier rateLimitTier, MethodHandler handler, String... scopes) {
        return new ApiMethod(name, rateLimitTier, TokenType.BOT, List.of(scopes), handler);
    }
}
