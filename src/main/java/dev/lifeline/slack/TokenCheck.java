package dev.lifeline.slack;

import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WebApi;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Can Slack be used with these settings? Where not, a sentence says what to do. */
final class TokenCheck {

    private final WebApi api;

    TokenCheck(WebApi api) {
        this.api = api;
    }

    BotIdentity run() {
        BotIdentity self = checkBotToken();
        if (api.hasAppToken()) checkAppToken();
        return self;
    }

    private BotIdentity checkBotToken() {
        try {
            WebApi.ApiResponse self = api.authTest();
            return new BotIdentity(
                    self.body().path("team").asText(),
                    self.body().path("team_id").asText(),
                    self.body().path("user_id").asText(),
                    self.scopes().map(TokenCheck::parseScopes).orElse(Set.of()));
        } catch (SlackCallException failure) {
            boolean passing = failure.errorKind() == SlackErrorKind.UNAVAILABLE
                    || failure.errorKind() == SlackErrorKind.RATE_LIMITED;
            throw new SlackUnusableException(operatorAdvice(failure), passing, failure);
        }
    }

    /** By auth.test, which takes this token too and, unlike opening a connection, may be asked often (slack.md 2, 5). */
    private void checkAppToken() {
        try {
            api.callWithAppToken(ApiMethod.AUTH_TEST);
        } catch (SlackCallException failure) {
            // whatever else is in the way passes, or the connection's own attempts tell it
            if (failure.errorKind() != SlackErrorKind.UNAUTHORIZED) return;
            throw new SlackUnusableException(
                    "Slack refuses SLACK_APP_TOKEN (" + failure.code()
                            + "): copy an app-level token (xapp-…) with connections:write from the app's \"Basic Information\" page.",
                    false,
                    failure);
        }
    }

    private static Set<String> parseScopes(String scopes) {
        return Arrays.stream(scopes.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String operatorAdvice(SlackCallException failure) {
        return switch (failure.errorKind()) {
            case RATE_LIMITED, UNAVAILABLE ->
                "Slack does not answer (" + failure.code()
                        + "): check the network and status.slack.com, then try again.";
            case UNAUTHORIZED ->
                "Slack refuses SLACK_BOT_TOKEN (" + failure.code()
                        + "): copy the bot token (xoxb-…) from the app's \"OAuth & Permissions\" page, after installing it.";
            case NOT_INVITED, CHANNEL_CLOSED, MESSAGE_GONE, INVALID_CONTENT, USER_UNREACHABLE, OTHER ->
                "Slack answers auth.test with " + failure.code() + ": check SLACK_API_URL and SLACK_BOT_TOKEN.";
        };
    }
}
