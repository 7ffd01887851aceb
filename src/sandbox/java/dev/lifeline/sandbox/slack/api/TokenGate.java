package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.workspace.Credentials;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpRequest;
import java.util.Optional;

/** Checks a caller's token and its scopes before a method is carried out. */
record TokenGate(InstalledApp app) {

    private static final String BEARER = "Bearer ";

    void authorize(ApiMethod apiMethod, HttpRequest httpRequest, Arguments arguments) throws ApiErrorException {
        if (apiMethod.tokenType() == TokenType.NONE) return;
        String token = extractToken(httpRequest, arguments).orElseThrow(() -> new ApiErrorException("not_authed"));
        Credentials credentials = app.credentials();
        boolean bot = token.equals(credentials.botToken());
        boolean appLevel = token.equals(credentials.appToken());
        if (!bot && !appLevel) throw new ApiErrorException("invalid_auth");
        String tokenError = app.installState().tokenError();
        if (bot && !tokenError.isEmpty()) throw new ApiErrorException(tokenError);
        boolean wrongType = bot ? apiMethod.tokenType() == TokenType.APP_LEVEL : apiMethod.tokenType() == TokenType.BOT;
        if (wrongType) throw new ApiErrorException("not_allowed_token_type");
        if (bot) checkScopes(apiMethod);
    }

    /** Returns the scopes of the token that a call carries; empty without a valid one. */
    Optional<String> grantedScopes(HttpRequest httpRequest, Arguments arguments) {
        Credentials credentials = app.credentials();
        Optional<String> token = extractToken(httpRequest, arguments);
        if (token.filter(credentials.appToken()::equals).isPresent()) return Optional.of("connections:write");
        return token.filter(credentials.botToken()::equals)
                .filter(any -> app.installState().tokenError().isEmpty())
                .map(any -> String.join(",", app.scopes()));
    }

    private static Optional<String> extractToken(HttpRequest httpRequest, Arguments arguments) {
        return httpRequest.header("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty())
                .or(() -> arguments.text("token"));
    }

    private void checkScopes(ApiMethod apiMethod) throws ApiErrorException {
        if (apiMethod.scopes().isEmpty()) return;
        for (String scope : apiMethod.scopes()) if (app.scopes().contains(scope)) return;
        throw missingScope(apiMethod.scopes().get(0));
    }

    /**
     * Refuses a call that needs one particular scope.
     *
     * @throws ApiErrorException with {@code missing_scope} where the token lacks it
     */
    void requireScope(String scope) throws ApiErrorException {
        if (!app.scopes().contains(scope)) throw missingScope(scope);
    }

    private ApiErrorException missingScope(String needed) {
        return new ApiErrorException("missing_scope", Json.object("needed", needed, "provided", String.join(",", app.scopes())));
    }
}
