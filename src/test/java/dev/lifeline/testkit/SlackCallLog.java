package dev.lifeline.testkit;

/** The Web API calls that the fake Slack of an environment got. */
public final class SlackCallLog {

    private final JsonHttpClient http = new JsonHttpClient();
    private final String url;

    public SlackCallLog(BotEnvironment environment) {
        this.url = environment.slackUrl() + "/sandbox/calls";
    }

    /** The number of calls of a method. */
    public long count(String method) {
        return http.get(url).path("calls").findValuesAsText("method").stream()
                .filter(method::equals)
                .count();
    }
}
