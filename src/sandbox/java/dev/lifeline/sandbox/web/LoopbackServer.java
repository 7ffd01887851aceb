package dev.lifeline.sandbox.web;

import java.io.IOException;
import java.net.BindException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where does a stand-in listen? On 127.0.0.1 unless another host is asked for; port 0 takes a free one. */
public final class LoopbackServer implements AutoCloseable {

    /** Enough for slow answers and open streams to wait side by side without starving others. */
    private static final int WORKER_THREADS = 400;

    private final Server server;
    private final ServerConnector connector;
    private final String host;

    /** Not started yet: the handler may be given its routes first. */
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

    /** The Jetty server, for handlers that need it, such as WebSocket upgrades. */
    public Server jetty() {
        return server;
    }

    /**
     * Starts to answer.
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

    private static String bindFailureReason(Exception failed) {
        boolean taken = failed instanceof BindException || failed.getCause() instanceof BindException;
        return taken ? "the port is in use" : String.valueOf(failed.getMessage());
    }

    /** The port that answers; the one taken where 0 was asked for. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The base address, without a slash at the end. */
    public String url() {
        return "http://" + host + ":" + port();
    }

    /** Waits until the server is stopped. */
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
