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

/** Where is the bot reached over HTTP? Health, metrics, the pages of links, and Slack's endpoint where HTTP mode is on. */
public final class BotHttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotHttpServer.class);

    private static final int MAX_THREADS = 128;

    /** Each may have a body waiting in memory. */
    private static final int MAX_CONNECTIONS = 1_000;

    /** What may come before somebody looks at it, Jetty's own overhead included; how long a body may be is its path's business. */
    private static final long MAX_BUFFERED_BYTES = 2L << 20;

    private static final int FRAMING_OVERHEAD_BYTES = 16;

    /** How long a close waits for what was begun, in milliseconds. */
    private static final long SHUTDOWN_GRACE_MILLIS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    private BotHttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to answer.
     *
     * @param port 0 takes a free one
     * @throws IOException when it cannot listen; the message names host and port
     */
    public static BotHttpServer start(
            String host, int port, HealthChecks healthChecks, PrometheusMeterRegistry metrics, Endpoints endpoints)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("lifeline-http");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(withEagerContent(new GracefulHandler(new HttpRouter(healthChecks, metrics, endpoints))));
        server.setStopTimeout(SHUTDOWN_GRACE_MILLIS);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
        startServer(server, host, port);
        return new BotHttpServer(server, connector);
    }

    /** A thread begins when all of a request is there: whoever sends slowly, or never ends, keeps none of them. */
    private static Handler withEagerContent(Handler paths) {
        return new EagerContentHandler(
                paths,
                new EagerContentHandler.RetainedContentLoaderFactory(MAX_BUFFERED_BYTES, FRAMING_OVERHEAD_BYTES, true));
    }

    private static void startServer(Server server, String host, int port) throws IOException {
        try {
            server.start();
        } catch (Exception failed) {
            boolean taken = failed instanceof BindException || failed.getCause() instanceof BindException;
            String why = taken ? "the port is in use" : String.valueOf(failed.getMessage());
            stopServer(server);
            throw new IOException("cannot listen on " + host + ":" + port + ": " + why, failed);
        }
    }

    /** The port that answers. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Lets in nobody any more, and answers whoever was let in. */
    @Override
    public void close() {
        stopServer(server);
    }

    private static void stopServer(Server server) {
        try {
            server.stop();
        } catch (TimeoutException unfinished) {
            LOG.info("Some who had not said what they wanted were cut off");
        } catch (Exception failed) {
            throw new IllegalStateException("the HTTP server did not stop", failed);
        }
    }
}
