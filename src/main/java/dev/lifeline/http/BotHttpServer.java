package dev.lifeline.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's HTTP server: health, metrics, link pages, and Slack's endpoint in HTTP mode. Up to 128 threads, of which 16 are
 * kept for health and metrics; a request occupies a thread only once it has arrived completely. Health and metrics may have a port
 * and threads of their own. {@link HttpLimits} has the limits for clients.
 */
public final class BotHttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotHttpServer.class);

    private static final int MAX_THREADS = 128;

    /** Threads that only health and metrics get. */
    private static final int MONITORING_THREADS = 16;

    /** Acceptor, selector, and two for requests; more come as they are needed, and go again. */
    private static final int MIN_THREADS = 4;

    private static final int IDLE_THREAD_TIMEOUT_MILLIS = 10_000;

    /** Requests that wait for a thread; more are answered with 503. */
    private static final int MAX_SUSPENDED_REQUESTS = 256;

    /** Connections beyond the limit that may be open for a moment, until the one that has waited longest is closed. */
    private static final int CONNECTION_MARGIN = 64;

    /** Time that {@link #close} waits for running requests. */
    private static final long SHUTDOWN_GRACE_MILLIS = 5_000;

    private final HttpListener listener;
    private final Optional<HttpListener> healthListener;

    /** A server with one connector and threads of its own. */
    private record HttpListener(Server server, ServerConnector connector, ConnectionGuard connectionGuard) {}

    /** Builds the server; it listens once {@link #start()} returns. */
    public BotHttpServer(
            ListenAddress address, HealthChecks healthChecks, PrometheusMeterRegistry metrics, Endpoints endpoints) {
        this(address, healthChecks, metrics, endpoints, HttpLimits.DEFAULT);
    }

    BotHttpServer(
            ListenAddress address,
            HealthChecks healthChecks,
            PrometheusMeterRegistry metrics,
            Endpoints endpoints,
            HttpLimits limits) {
        this.listener = createListener("lifeline-http", address.host(), address.port(), MAX_THREADS, limits);
        BodyLoader application = application(new HttpRouter(endpoints), listener.connectionGuard(), limits);
        Gauge.builder("lifeline.http.buffered.bytes", application, BodyLoader::bufferedBytes)
                .description("Bytes of request bodies in memory")
                .register(metrics);
        MonitoringRouter monitoring = new MonitoringRouter(healthChecks, metrics);
        this.healthListener = address.healthPort()
                .map(port -> createListener("lifeline-health", address.host(), port, MONITORING_THREADS, limits));
        serve(listener, healthListener.isPresent() ? application : new Handler.Sequence(monitoring, application));
        healthListener.ifPresent(own -> serve(own, monitoring));
    }

    /** A server that listens. */
    public static BotHttpServer start(
            ListenAddress address, HealthChecks healthChecks, PrometheusMeterRegistry metrics, Endpoints endpoints)
            throws IOException {
        return started(new BotHttpServer(address, healthChecks, metrics, endpoints));
    }

    static BotHttpServer start(
            ListenAddress address,
            HealthChecks healthChecks,
            PrometheusMeterRegistry metrics,
            Endpoints endpoints,
            HttpLimits limits)
            throws IOException {
        return started(new BotHttpServer(address, healthChecks, metrics, endpoints, limits));
    }

    private static BotHttpServer started(BotHttpServer server) throws IOException {
        server.start();
        return server;
    }

    private static HttpListener createListener(String name, String host, int port, int threads, HttpLimits limits) {
        QueuedThreadPool threadPool =
                new QueuedThreadPool(threads, MIN_THREADS, IDLE_THREAD_TIMEOUT_MILLIS, new LinkedBlockingQueue<>());
        threadPool.setName(name);
        threadPool.setReservedThreads(0);
        Server server = new Server(threadPool);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setStopTimeout(SHUTDOWN_GRACE_MILLIS);
        ConnectionGuard connectionGuard = new ConnectionGuard(limits, connector.getScheduler());
        connector.addBean(connectionGuard);
        server.addBean(new NetworkConnectionLimit(limits.connections() + CONNECTION_MARGIN, connector));
        return new HttpListener(server, connector, connectionGuard);
    }

    private static void serve(HttpListener listener, Handler handler) {
        listener.server().setHandler(new Handler.Wrapper(handler) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return super.handle(
                        request,
                        response,
                        Callback.from(callback, () -> listener.connectionGuard().responseEnded(request)));
            }
        });
    }

    /** A request is handled once its body is there, and while a thread is left for health and metrics. */
    private static BodyLoader application(HttpRouter router, ConnectionGuard connectionGuard, HttpLimits limits) {
        QoSHandler threadLimit = new QoSHandler(router);
        threadLimit.setMaxRequestCount(MAX_THREADS - MONITORING_THREADS);
        threadLimit.setMaxSuspendedRequestCount(MAX_SUSPENDED_REQUESTS);
        return new BodyLoader(new GracefulHandler(threadLimit), connectionGuard, limits, HttpRouter::maxBodyBytes);
    }

    /**
     * Starts the server; returns once it listens.
     *
     * @throws IOException when it cannot listen, and then at no port; the message names host and port
     */
    public void start() throws IOException {
        start(listener);
        if (healthListener.isPresent()) startHealth(healthListener.get());
        LOG.info("HTTP port {}; health and metrics at port {} with threads of their own", port(), healthPort());
    }

    private void startHealth(HttpListener own) throws IOException {
        try {
            start(own);
        } catch (IOException e) {
            stopServer(listener.server());
            throw e;
        }
    }

    private static void start(HttpListener listener) throws IOException {
        ServerConnector connector = listener.connector();
        try {
            listener.server().start();
        } catch (Exception e) {
            boolean portInUse = e instanceof BindException || e.getCause() instanceof BindException;
            String reason = portInUse ? "the port is in use" : String.valueOf(e.getMessage());
            stopServer(listener.server());
            throw new IOException(
                    "cannot listen on " + connector.getHost() + ":" + connector.getPort() + ": " + reason, e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return listener.connector().getLocalPort();
    }

    /** The port of health and metrics, which may be the same. */
    public int healthPort() {
        return healthListener.orElse(listener).connector().getLocalPort();
    }

    /** Accepts no further requests and waits up to 5 s for running ones. */
    @Override
    public void close() {
        stopServer(listener.server());
        healthListener.map(HttpListener::server).ifPresent(BotHttpServer::stopServer);
    }

    private static void stopServer(Server server) {
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.info("HTTP shutdown: closed connections with incomplete requests");
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server did not stop", e);
        }
    }
}
