package dev.lifeline.sandbox.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;

/** A stranger's client: Bolt for Java as it comes, told only where Slack is. */
final class BoltApp {

    private static final int CONCURRENCY = 10;

    private final App app;
    private final SocketModeApp socket;

    private BoltApp(App app, SocketModeApp socket) {
        this.app = app;
        this.socket = socket;
    }

    static App against(String url) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(url + "/api/");
        config.setStatsEnabled(false);
        return new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(Http.BOT)
                .signingSecret("sandbox-lifeline-signing-secret")
                .allEventsApiAutoAckEnabled(true)
                .build());
    }

    /** Opens a socket; returns once it is open. */
    static BoltApp connect(App app) throws Exception {
        SocketModeApp socket = new SocketModeApp(Http.APP, app, SocketModeClient.Backend.Tyrus, CONCURRENCY);
        socket.startAsync();
        return new BoltApp(app, socket);
    }

    App app() {
        return app;
    }

    public void close() throws Exception {
        SocketModeClient client = socket.getClient();
        client.setAutoReconnectEnabled(false);
        client.close();
        socket.close();
        app.stop();
    }
}
