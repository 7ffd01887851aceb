package dev.lifeline.sandbox.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;

/** An unmodified Bolt for Java app over Socket Mode, configured only with the fake Slack's URL. */
final class PlainBoltClient {

    private static final int WORKER_THREADS = 10;

    private final App app;
    private final SocketModeApp socketModeApp;

    private PlainBoltClient(App app, SocketModeApp socketModeApp) {
        this.app = app;
        this.socketModeApp = socketModeApp;
    }

    static App appFor(String url) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(url + "/api/");
        config.setStatsEnabled(false);
        return new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(FakeSlackClient.BOT_TOKEN)
                .signingSecret("sandbox-lifeline-signing-secret")
                .allEventsApiAutoAckEnabled(true)
                .build());
    }

    /** Opens a socket; returns once it is open. */
    static PlainBoltClient connect(App app) throws Exception {
        SocketModeApp socket =
                new SocketModeApp(FakeSlackClient.APP_TOKEN, app, SocketModeClient.Backend.Tyrus, WORKER_THREADS);
        socket.startAsync();
        return new PlainBoltClient(app, socket);
    }

    App app() {
        return app;
    }

    public void close() throws Exception {
        SocketModeClient client = socketModeApp.getClient();
        client.setAutoReconnectEnabled(false);
        client.close();
        socketModeApp.close();
        app.stop();
    }
}
