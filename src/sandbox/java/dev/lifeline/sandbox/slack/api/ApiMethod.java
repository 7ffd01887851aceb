package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One Web API method.
 *
 * @param tokenType which token it takes
 * @param scopes of which the token must have one; none means it needs none
 */
record ApiMethod(String name, RateLimitTier tier, TokenType tokenType, List<String> scopes, MethodHandler handler) {

    /** What the method does; the answer gets {@code ok:true}. */
    interface MethodHandler {
        ObjectNode handle(Arguments arguments) throws ApiErrorException;
    }

    static ApiMethod forBotToken(String name, RateLimitTier rateLimitTier, MethodHandler handler, String... scopes) {
        return new ApiMethod(name, rateLimitTier, TokenType.BOT, List.of(scopes), handler);
    }
}
