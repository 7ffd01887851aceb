package dev.lifeline.sandbox.web;

import java.io.IOException;
import java.net.BindException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty server on 127.0.0.1 unless another host is given; port 0 takes a free one. */
public final class LoopbackServer implements AutoCloseable {

    /** Enough for slow responses and open streams to wait in parallel. */
    private static final int WORKER_THREADS = 400;

    private final Server server;
    private final ServerConnector connector;
    private final String host;

    /** Creates the server without starting it, so that the handler can be built with its port. */
    public LoopbackServer(String host, int port) {
        QueuedThreadPool threads = new QueuedThreadPool(WORKER_THREADS);
        threads.setDaemon(true);
        this.host = host;
        this.server = new Server(threads);
        this.connector = new ServerConnector(server);
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
    }

    /** Returns the Jetty server, for handlers that need it, such as WebSocket upgrades. */
    public Server jetty() {
        return server;
    }

    /**
     * Starts the server.
     *
     * @throws IOException when the port is in use or may not be bound; the message names host and port
     */
    public LoopbackServer start(Handler handler) throws IOException {
        server.setHandler(handler);
        try {
            server.start();
            return this;
        } catch (Exception e) {
            close();
            throw new IOException(
                    host + ":" + connector.getPort() + " cannot be listened on: " + bindFailureReason(e), e);
        }
    }

    private static String bindFailureReason(Exception failure) {
        boolean portInUse = failure instanceof BindException || failure.getCause() instanceof BindException;
        return portInUse ? "the port is in use" : String.valueOf(failure.getMessage());
    }

    /** Returns the port it listens on; the one taken where 0 was requested. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Returns the base URL, without a trailing slash. */
    public String url() {
        return "http://" + host + ":" + port();
    }

    /** Blocks until the server is stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
    }
}
