package dev.lifeline.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's HTTP server: health, metrics, link pages, and Slack's endpoint in HTTP mode. Up to 128 threads and 1,000 connections; a
 * request occupies a thread only once it has arrived completely.
 */
public final class BotHttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotHttpServer.class);

    private static final int MAX_THREADS = 128;

    /** Each connection may hold a body in memory. */
    private static final int MAX_CONNECTIONS = 1_000;

    /** Bytes buffered before a request is dispatched, Jetty's framing included; the cap of a body is set by its route. */
    private static final long MAX_BUFFERED_BYTES = 2L << 20;

    private static final int FRAMING_OVERHEAD_BYTES = 16;

    /** Time that {@link #close} waits for running requests. */
    private static final long SHUTDOWN_GRACE_MILLIS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    /**
     * Builds the server; it listens once {@link #start()} returns.
     *
     * @param port 0 takes a free one
     */
    public BotHttpServer(
            String host, int port, HealthChecks healthChecks, PrometheusMeterRegistry metrics, Endpoints endpoints) {
        QueuedThreadPool threadPool = new QueuedThreadPool(MAX_THREADS);
        threadPool.setName("lifeline-http");
        this.server = new Server(threadPool);
        this.connector = new ServerConnector(server);
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(withEagerContent(new GracefulHandler(new HttpRouter(healthChecks, metrics, endpoints))));
        server.setStopTimeout(SHUTDOWN_GRACE_MILLIS);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
    }

    /** A server that listens. */
    public static BotHttpServer start(
            String host, int port, HealthChecks healthChecks, PrometheusMeterRegistry metrics, Endpoints endpoints)
            throws IOException {
        BotHttpServer server = new BotHttpServer(host, port, healthChecks, metrics, endpoints);
        server.start();
        return server;
    }

    /** Dispatches a request once its body is complete: a client that sends slowly, or never ends, occupies no thread. */
    private static Handler withEagerContent(Handler router) {
        return new EagerContentHandler(
                router,
                new EagerContentHandler.RetainedContentLoaderFactory(MAX_BUFFERED_BYTES, FRAMING_OVERHEAD_BYTES, true));
    }

    /**
     * Starts the server; returns once it listens.
     *
     * @throws IOException when it cannot listen; the message names host and port
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            boolean portInUse = e instanceof BindException || e.getCause() instanceof BindException;
            String reason = portInUse ? "the port is in use" : String.valueOf(e.getMessage());
            stopServer(server);
            throw new IOException(
                    "cannot listen on " + connector.getHost() + ":" + connector.getPort() + ": " + reason, e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Accepts no further requests and waits up to 5 s for running ones. */
    @Override
    public void close() {
        stopServer(server);
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
