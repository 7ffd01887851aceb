package dev.lifeline.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Bolt with its default settings, told only the address of Slack: the behaviour without the bot's adapter. */
public final class PlainBolt {

    private final SlackConfig config = new SlackConfig();
    private final Slack slack;
    private final App app;

    public PlainBolt(URI apiUrl, String botToken) {
        config.setMethodsEndpointUrlPrefix(apiUrl.toString());
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(config);
        this.app = new App(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(botToken)
                .signingSecret(StubSlack.SIGNING_SECRET)
                .build());
    }

    public App app() {
        return app;
    }

    public Slack slack() {
        return slack;
    }

    public Request<?> parse(String body, Map<String, List<String>> headers, boolean socketMode) {
        return new SlackRequestParser(app.config())
                .parse(SlackRequestParser.HttpRequest.builder()
                        .socketMode(socketMode)
                        .requestUri("/slack/events")
                        .remoteAddress("")
                        .queryString(Map.of())
                        .requestBody(body)
                        .headers(new RequestHeaders(headers))
                        .build());
    }

    /** The response to a payload that came by socket. */
    public Response run(String payload) throws Exception {
        return app.run(parse(payload, Map.of(), true));
    }
}
