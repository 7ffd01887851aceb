package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Enterprise;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.util.List;

/**
 * {@code oauth.v2.access}: exchanges a code for the bot token (https://docs.slack.dev/reference/methods/oauth.v2.access). The sandbox has one
 * client, and one code that is never used up; client id and secret are read from the arguments only.
 */
record OauthMethods(InstalledApp app) {

    static final String CLIENT_ID = "1000000000.1000000000";
    static final String CLIENT_SECRET = "sandbox-lifeline-client-secret";
    static final String CODE = "sandbox-lifeline-code";

    List<ApiMethod> all() {
        return List.of(new ApiMethod("oauth.v2.access", RateLimitTier.SPECIAL, TokenType.NONE, List.of(), this::access));
    }

    private ObjectNode access(Arguments arguments) throws ApiErrorException {
        if (!arguments.text("client_id").orElse("").equals(CLIENT_ID)) throw new ApiErrorException("invalid_client_id");
        if (!arguments.text("client_secret").orElse("").equals(CLIENT_SECRET)) throw new ApiErrorException("bad_client_secret");
        if (!arguments.text("grant_type").orElse("authorization_code").equals("authorization_code"))
            throw new ApiErrorException("invalid_grant_type");
        if (!arguments.text("code").orElse("").equals(CODE)) throw new ApiErrorException("invalid_code");
        app.reinstall();
        return Json.object(
                "app_id", app.ids().app(),
                "authed_user", Json.object("id", "U0ELENA"),
                "scope", String.join(",", app.scopes()),
                "token_type", "bot",
                "access_token", app.credentials().botToken(),
                "bot_user_id", app.ids().botUser(),
                "team", Json.object("id", app.team().id(), "name", app.team().name()),
                "enterprise", Json.orNull(app.enterprise().map(OauthMethods::enterprise)),
                "is_enterprise_install", app.isEnterpriseInstall());
    }

    private static ObjectNode enterprise(Enterprise enterprise) {
        return Json.object("id", enterprise.id(), "name", enterprise.name());
    }
}
