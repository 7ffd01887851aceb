package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.workspace.Credentials;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpRequest;
import java.util.Optional;

/** May this caller call this method? Looks at the token, then at its scopes. */
record TokenGate(InstalledApp app) {

    private static final String BEARER = "Bearer ";

    void authorize(ApiMethod apiMethod, HttpRequest httpRequest, Arguments arguments) throws ApiErrorException {
        if (apiMethod.tokenType() == TokenType.NONE) return;
        String token = extractToken(httpRequest, arguments).orElseThrow(() -> new ApiErrorException("not_authed"));
        Credentials known = app.credentials();
        boolean bot = token.equals(known.botToken());
        boolean appLevel = token.equals(known.appToken());
        if (!bot && !appLevel) throw new ApiErrorException("invalid_auth");
        String fallen = app.installState().tokenError();
        if (bot && !fallen.isEmpty()) throw new ApiErrorException(fallen);
        boolean wrongKind = bot ? apiMethod.tokenType() == TokenType.APP_LEVEL : apiMethod.tokenType() == TokenType.BOT;
        if (wrongKind) throw new ApiErrorException("not_allowed_token_type");
        if (bot) checkScopes(apiMethod);
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

    /** Refuses where one particular scope is wanted and not there. */
    void requireScope(String scope) throws ApiErrorException {
        if (!app.scopes().contains(scope)) throw missingScope(scope);
    }

    private ApiErrorException missingScope(String needed) {
        return new ApiErrorException("missing_scope", Json.object("needed", needed, "provided", String.join(",", app.scopes())));
    }
}
