package dev.lifeline.slack.inbound;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Is at least one Socket Mode connection alive? Several, served by one crew: Slack gives each delivery to any one of them. */
public final class SocketModeConnections implements AutoCloseable {

    private final List<SocketModeConnection> connections;
    private final DeliveryWorkers workers;

    private SocketModeConnections(List<SocketModeConnection> connections, DeliveryWorkers workers) {
        this.connections = connections;
        this.workers = workers;
    }

    public static SocketModeConnections of(
            int count, DeliveryWorkers workers, Function<DeliveryWorkers, SocketModeConnection> line) {
        List<SocketModeConnection> lines =
                Stream.generate(() -> line.apply(workers)).limit(count).toList();
        return new SocketModeConnections(lines, workers);
    }

    public void start() {
        connections.forEach(SocketModeConnection::start);
    }

    public boolean connected() {
        return connections.stream().anyMatch(SocketModeConnection::connected);
    }

    /** Work that was begun is finished and acknowledged while the connections stand; then nothing may open them again. */
    @Override
    public void close() {
        connections.forEach(SocketModeConnection::stopReconnecting);
        workers.close();
        connections.forEach(SocketModeConnection::disconnect);
    }
}
