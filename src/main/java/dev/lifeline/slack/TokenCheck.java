package dev.lifeline.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.transport.ProxyException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the configured tokens against Slack and translates each failure into a sentence that says what to do. Blocks for one call per
 * token.
 */
public final class TokenCheck {

    private final WebApi api;

    TokenCheck(WebApi api) {
        this.api = api;
    }

    /**
     * Checks the tokens of a configuration without an adapter.
     *
     * @throws SlackUnusableException with what to do about it
     */
    public static BotIdentity check(SlackClientConfig config, InstantSource clock) {
        try (WebApi api = new WebApi(config, new ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            return new TokenCheck(api).run();
        }
    }

    /**
     * Why the app-level token opens no Socket Mode connection, with what to do about it; empty where it does, or there is none. Asks for
     * an address of a connection and opens none, since a second one would take deliveries from the bot that runs.
     */
    public static Optional<String> socketModeProblem(SlackClientConfig config, InstantSource clock) {
        if (config.appToken().isEmpty()) return Optional.empty();
        try (WebApi api = new WebApi(config, new ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            return new TokenCheck(api).appTokenProblem();
        }
    }

    /** @throws SlackUnusableException when a token is rejected or Slack does not respond */
    BotIdentity run() {
        BotIdentity authTest = checkBotToken();
        if (api.hasAppToken()) checkAppToken();
        return authTest;
    }

    private BotIdentity checkBotToken() {
        try {
            WebApi.ApiResponse authTest = api.respond(ApiMethod.AUTH_TEST, Map.of());
            return new BotIdentity(
                    authTest.body().path("team").asText(),
                    authTest.body().path("team_id").asText(),
                    authTest.body().path("user_id").asText(),
                    authTest.body().path("is_enterprise_install").asBoolean(),
                    authTest.scopes().orElse(Set.of()));
        } catch (SlackCallException failure) {
            throw new SlackUnusableException(
                    operatorAdvice(failure), failure.errorKind().mayPass(), failure);
        }
    }

    /**
     * By {@code auth.test}, which accepts app-level tokens too and, unlike {@code apps.connections.open}, may be called often
     * (src/docs/platform/slack.md, section Rate limits).
     */
    private void checkAppToken() {
        try {
            api.callWithAppToken(ApiMethod.AUTH_TEST);
        } catch (SlackCallException failure) {
            // other failures are temporary, or the connection attempts report them
            if (failure.errorKind() != SlackErrorKind.UNAUTHORIZED) return;
            throw new SlackUnusableException(
                    "Slack refuses SLACK_APP_TOKEN (" + failure.code()
                            + "): copy an app-level token (xapp-…) with connections:write from the app's \"Basic Information\" page.",
                    false,
                    failure);
        }
    }

    /** Why no Socket Mode connection can be opened with the app-level token, and what to do; empty where one can. */
    Optional<String> appTokenProblem() {
        try {
            api.callWithAppToken(ApiMethod.APPS_CONNECTIONS_OPEN);
            return Optional.empty();
        } catch (SlackCallException failure) {
            return Optional.of("Slack opens no Socket Mode connection with SLACK_APP_TOKEN (" + failure.code()
                    + "): the token needs the scope connections:write, and the app Socket Mode switched on.");
        }
    }

    private static String operatorAdvice(SlackCallException failure) {
        if (ProxyException.causeOf(failure).isPresent()) return "Slack cannot be reached: " + failure.code() + ".";
        return switch (failure.errorKind()) {
            case RATE_LIMITED, UNAVAILABLE, NOT_SENT ->
                "Slack does not answer (" + failure.code()
                        + "): check the network and status.slack.com, then try again.";
            case UNAUTHORIZED ->
                "Slack refuses SLACK_BOT_TOKEN (" + failure.code()
                        + "): copy the bot token (xoxb-…) from the app's \"OAuth & Permissions\" page, after installing it.";
            case NOT_INSTALLED,
                    SCOPE_MISSING,
                    NOT_INVITED,
                    CHANNEL_CLOSED,
                    MESSAGE_GONE,
                    INVALID_CONTENT,
                    USER_UNREACHABLE,
                    OTHER ->
                "Slack answers auth.test with " + failure.code() + ": check SLACK_API_URL and SLACK_BOT_TOKEN.";
        };
    }
}
