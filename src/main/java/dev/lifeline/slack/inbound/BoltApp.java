package dev.lifeline.slack.inbound;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import dev.lifeline.slack.webapi.ExecutorShutdown;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How is Bolt set up? As a dispatcher only: without its middleware, whose check of the token would silence the bot for ten minutes
 * after one bad answer (slack.md trap 7), without its statistics, and untouched by what the environment happens to hold.
 */
public final class BoltApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoltApp.class);
    private static final int CALL_TIMEOUT_MILLIS = 8_000;

    private final SlackConfig config = new SlackConfig();
    private final Slack slack;
    private final App app;

    public BoltApp(URI apiUrl) {
        config.setMethodsEndpointUrlPrefix(apiUrl.toString());
        config.setStatsEnabled(false);
        config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT_MILLIS);
        if (isLoopback(apiUrl.getHost())) config.setProxyUrl(null); // the SDK knows no exceptions to a proxy
        this.slack = Slack.getInstance(config);
        AppConfig bare = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .allEventsApiAutoAckEnabled(true)
                .threadPoolSize(1)
                .build();
        this.app = new App(bare, slack, List.of());
    }

    public App app() {
        return app;
    }

    public Slack slack() {
        return slack;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            app.stop();
            ExecutorShutdown.shutdownAndAwaitTermination(app.executorService(), Duration.ofSeconds(1));
            slack.close();
            config.close();
        } catch (Exception leftover) { // the SDK declares no more than that
            LOG.warn("The Slack SDK did not close cleanly", leftover);
        }
    }
}
