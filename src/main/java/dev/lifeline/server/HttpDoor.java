package dev.lifeline.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where is the bot reached over HTTP? Health, metrics, the pages of links, and Slack's endpoint where HTTP mode is on. */
public final class HttpDoor implements AutoCloseable {

    private static final int THREADS = 128;

    private final Server server;
    private final ServerConnector connector;

    private HttpDoor(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to answer.
     *
     * @param port 0 takes a free one
     * @throws IOException when it cannot listen; the message names host and port
     */
    public static HttpDoor open(
            String host, int port, Health health, PrometheusMeterRegistry metrics, Endpoints endpoints)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("lifeline-http");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Paths(health, metrics, endpoints));
        start(server, host, port);
        return new HttpDoor(server, connector);
    }

    private static void start(Server server, String host, int port) throws IOException {
        try {
            server.start();
        } catch (Exception failed) {
            boolean taken = failed instanceof BindException || failed.getCause() instanceof BindException;
            String why = taken ? "the port is in use" : String.valueOf(failed.getMessage());
            stop(server);
            throw new IOException("cannot listen on " + host + ":" + port + ": " + why, failed);
        }
    }

    /** The port that answers. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the HTTP server did not stop", failed);
        }
    }
}
