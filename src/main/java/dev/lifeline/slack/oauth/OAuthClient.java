package dev.lifeline.slack.oauth;

import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.WebApi;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls {@code oauth.v2.access} with the app's id and secret (https://docs.slack.dev/authentication/using-token-rotation). Each method is one
 * call of at most 8 s and throws {@link SlackCallException} when Slack did not grant what was asked for. Thread-safe.
 */
final class OAuthClient {

    private static final Logger LOG = LoggerFactory.getLogger(OAuthClient.class);

    private final WebApi api;
    private final OAuthConfig config;

    OAuthClient(WebApi api, OAuthConfig config) {
        this.api = api;
        this.config = config;
    }

    /** Exchanges the code of an installation, which is valid once and for ten minutes. */
    Grant exchange(String code) {
        return access(Map.of("code", code, "redirect_uri", config.redirectUrl().toString()));
    }

    /** Renews a bot token; the refresh token is used up. */
    Grant renew(String refreshToken) {
        return access(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private Grant access(Map<String, String> arguments) {
        return Grant.parse(
                api.callAsClient(ApiMethod.OAUTH_V2_ACCESS, config.clientId(), config.clientSecret(), arguments));
    }

    /** Gives a token back that is not kept. */
    void revoke(String botToken) {
        try {
            api.callWithToken(ApiMethod.AUTH_REVOKE, botToken);
        } catch (SlackCallException e) {
            LOG.warn("Token of a refused installation not revoked: {}", e.code());
        }
    }
}
