package dev.lifeline.slack;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Can Slack be used with these settings? Where not, a sentence says what to do. */
final class SelfTest {

    private final WebApi api;

    SelfTest(WebApi api) {
        this.api = api;
    }

    SlackSelf run() {
        SlackSelf self = bot();
        if (api.hasAppToken()) checkAppToken();
        return self;
    }

    private SlackSelf bot() {
        try {
            WebApi.Answered self = api.whoAmI();
            return new SlackSelf(
                    self.body().path("team").asText(),
                    self.body().path("team_id").asText(),
                    self.body().path("user_id").asText(),
                    self.scopes().map(SelfTest::list).orElse(Set.of()));
        } catch (SlackFailure failure) {
            boolean passing = failure.error() == SlackError.AWAY || failure.error() == SlackError.RATE_LIMITED;
            throw new SlackNotUsable(whatToDo(failure), passing, failure);
        }
    }

    /** By auth.test, which takes this token too and, unlike opening a connection, may be asked often (slack.md 2, 5). */
    private void checkAppToken() {
        try {
            api.callAsApp(ApiMethod.AUTH_TEST);
        } catch (SlackFailure failure) {
            // whatever else is in the way passes, or the connection's own attempts tell it
            if (failure.error() != SlackError.ACCOUNT) return;
            throw new SlackNotUsable(
                    "Slack refuses SLACK_APP_TOKEN (" + failure.code()
                            + "): copy an app-level token (xapp-…) with connections:write from the app's \"Basic Information\" page.",
                    false,
                    failure);
        }
    }

    private static Set<String> list(String scopes) {
        return Arrays.stream(scopes.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String whatToDo(SlackFailure failure) {
        return switch (failure.error()) {
            case RATE_LIMITED, AWAY ->
                "Slack does not answer (" + failure.code()
                        + "): check the network and status.slack.com, then try again.";
            case ACCOUNT ->
                "Slack refuses SLACK_BOT_TOKEN (" + failure.code()
                        + "): copy the bot token (xoxb-…) from the app's \"OAuth & Permissions\" page, after installing it.";
            case NOT_INVITED, PLACE_CLOSED, MESSAGE_GONE, SHAPE, PERSON, OTHER ->
                "Slack answers auth.test with " + failure.code() + ": check SLACK_API_URL and SLACK_BOT_TOKEN.";
        };
    }
}
