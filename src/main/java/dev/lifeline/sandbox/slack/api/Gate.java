package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.world.Credentials;
import dev.lifeline.sandbox.slack.world.InstalledApp;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.web.Call;
import java.util.Optional;

/** May this caller call this method? Looks at the token, then at its scopes. */
record Gate(InstalledApp app) {

    private static final String BEARER = "Bearer ";

    void pass(Method method, Call call, Arguments arguments) throws Refused {
        if (method.token() == Token.NONE) return;
        String token = token(call, arguments).orElseThrow(() -> new Refused("not_authed"));
        Credentials known = app.credentials();
        boolean bot = token.equals(known.botToken());
        boolean appLevel = token.equals(known.appToken());
        if (!bot && !appLevel) throw new Refused("invalid_auth");
        String fallen = app.standing().error();
        if (bot && !fallen.isEmpty()) throw new Refused(fallen);
        boolean wrongKind = bot ? method.token() == Token.APP : method.token() == Token.BOT;
        if (wrongKind) throw new Refused("not_allowed_token_type");
        if (bot) scopes(method);
    }

    private static Optional<String> token(Call call, Arguments arguments) {
        return call.header("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty())
                .or(() -> arguments.text("token"));
    }

    private void scopes(Method method) throws Refused {
        if (method.scopes().isEmpty()) return;
        for (String scope : method.scopes()) if (app.scopes().contains(scope)) return;
        throw missing(method.scopes().get(0));
    }

    /** Refuses where one particular scope is wanted and not there. */
    void need(String scope) throws Refused {
        if (!app.scopes().contains(scope)) throw missing(scope);
    }

    private Refused missing(String needed) {
        return new Refused("missing_scope", Json.object("needed", needed, "provided", String.join(",", app.scopes())));
    }
}
