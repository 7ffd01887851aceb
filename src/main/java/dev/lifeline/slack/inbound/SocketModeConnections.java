package dev.lifeline.slack.inbound;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Several Socket Mode connections that share their workers: Slack sends each delivery over any one of them, so one can be replaced while
 * the others serve. Thread-safe.
 */
public final class SocketModeConnections implements AutoCloseable {

    private final List<SocketModeConnection> connections;
    private final DeliveryWorkers workers;

    private SocketModeConnections(List<SocketModeConnection> connections, DeliveryWorkers workers) {
        this.connections = connections;
        this.workers = workers;
    }

    /** So many connections, none opened yet. */
    public static SocketModeConnections of(
            int count, DeliveryWorkers workers, Function<DeliveryWorkers, SocketModeConnection> factory) {
        List<SocketModeConnection> connections =
                Stream.generate(() -> factory.apply(workers)).limit(count).toList();
        return new SocketModeConnections(connections, workers);
    }

    /** Starts each connection's watchdog; returns at once. */
    public void start() {
        connections.forEach(SocketModeConnection::start);
    }

    /** Whether at least one connection is open. */
    public boolean connected() {
        return connections.stream().anyMatch(SocketModeConnection::connected);
    }

    /** Stops reconnecting, finishes and acknowledges running deliveries while the connections are open, then closes the connections. */
    @Override
    public void close() {
        connections.forEach(SocketModeConnection::stopReconnecting);
        workers.close();
        connections.forEach(SocketModeConnection::disconnect);
    }
}
