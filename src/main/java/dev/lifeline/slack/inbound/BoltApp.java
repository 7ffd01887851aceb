package dev.lifeline.slack.inbound;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.audit.AuditConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.methods.MethodsConfig;
import com.slack.api.scim.SCIMConfig;
import com.slack.api.scim2.SCIM2Config;
import dev.lifeline.slack.webapi.ExecutorShutdown;
import dev.lifeline.transport.HttpProxies;
import dev.lifeline.transport.HttpProxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bolt's app, used as a dispatcher only. Its authorization middleware is left out, because it caches a failed {@code auth.test} for ten
 * minutes (src/docs/platform/slack.md, section Authorization and multi-workspace); statistics are off, and no setting is taken from the
 * environment.
 */
public final class BoltApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoltApp.class);
    private static final int CALL_TIMEOUT_MILLIS = 8_000;

    private final SlackConfig config = new SlackConfig();
    private final Slack slack;
    private final App app;

    private final HttpProxies proxies;

    public BoltApp(URI apiUrl, HttpProxies proxies) {
        this.proxies = proxies;
        config.setMethodsEndpointUrlPrefix(apiUrl.toString());
        config.setStatsEnabled(false);
        config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT_MILLIS);
        config.setProxyUrl(null); // as the SDK found it in the environment
        this.slack = Slack.getInstance(config);
        AppConfig appConfig = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .allEventsApiAutoAckEnabled(true)
                .threadPoolSize(1)
                .build();
        this.app = new App(appConfig, slack, List.of());
        stopStatistics();
    }

    /** The SDK counts calls of its clients, of which none is used here, on a thread for each kind of them, also where statistics are off. */
    private void stopStatistics() {
        stopStatistics(config);
        stopStatistics(SlackConfig.DEFAULT);
        close(MethodsConfig.DEFAULT_SINGLETON.getMetricsDatastore());
        close(AuditConfig.DEFAULT_SINGLETON.getMetricsDatastore());
        close(SCIMConfig.DEFAULT_SINGLETON.getMetricsDatastore());
        close(SCIM2Config.DEFAULT_SINGLETON.getMetricsDatastore());
    }

    private static void stopStatistics(SlackConfig config) {
        close(config.getMethodsConfig().getMetricsDatastore());
        close(config.getAuditConfig().getMetricsDatastore());
        close(config.getSCIMConfig().getMetricsDatastore());
        close(config.getSCIM2Config().getMetricsDatastore());
    }

    private static void close(AutoCloseable statistics) {
        try {
            statistics.close();
        } catch (Exception e) { // as the SDK declares it
            LOG.warn("Statistics of the Slack SDK not stopped", e);
        }
    }

    public App app() {
        return app;
    }

    public Slack slack() {
        return slack;
    }

    /**
     * Decides how the next connection to this address is opened: the SDK, which knows no {@code NO_PROXY}, looks when it connects. User and
     * password go into a header, since it logs the address.
     *
     * @return the proxy that it goes through
     */
    Optional<HttpProxy> useProxyFor(URI socketUrl) {
        Optional<HttpProxy> proxy = proxies.proxyFor(socketUrl);
        config.setProxyUrl(proxy.map(HttpProxy::url).orElse(null));
        config.setProxyHeaders(proxy.flatMap(HttpProxy::authorization)
                .map(authorization -> Map.of("Proxy-Authorization", authorization))
                .orElse(Map.of()));
        return proxy;
    }

    @Override
    public void close() {
        try {
            app.stop();
            ExecutorShutdown.shutdownAndAwaitTermination(app.executorService(), Duration.ofSeconds(1));
            slack.close();
            config.close();
        } catch (Exception e) { // as the SDK declares it
            LOG.warn("Slack SDK did not close cleanly", e);
        }
    }
}
