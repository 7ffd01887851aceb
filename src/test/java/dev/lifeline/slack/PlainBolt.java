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

/** Bolt as it comes, told only where Slack is: what it does without us. */
final class PlainBolt {

    private final SlackConfig config = new SlackConfig();
    private final Slack slack;
    private final App app;

    PlainBolt(URI apiUrl, String botToken) {
        config.setMethodsEndpointUrlPrefix(apiUrl.toString());
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(config);
        this.app = new App(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(botToken)
                .signingSecret(StubSlack.SECRET)
                .build());
    }

    App app() {
        return app;
    }

    Slack slack() {
        return slack;
    }

    Request<?> parsed(String body, Map<String, List<String>> headers, boolean socketMode) {
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

    /** What a payload that came by socket is answered with. */
    Response run(String payload) throws Exception {
        return app.run(parsed(payload, Map.of(), true));
    }
}
