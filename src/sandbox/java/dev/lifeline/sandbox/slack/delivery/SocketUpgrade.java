package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** Accepts a WebSocket upgrade only with an unused, unexpired ticket of {@code apps.connections.open}. */
record SocketUpgrade(SocketTickets tickets, Sockets sockets, Faults faults) {

    /** Longer than the interval between pings. */
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    void configure(ServerWebSocketContainer container) {
        container.setIdleTimeout(IDLE_TIMEOUT);
        container.addMapping(DeliveryWiring.SOCKET_PATH, this::createSocket);
    }

    private @Nullable Object createSocket(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Optional<Faults.InjectedFault> conflict = faults.takeMatching("handshake", Optional.empty(), List.of(Fault.HANDSHAKE_409));
        if (conflict.isPresent()) return reject(HttpStatus.CONFLICT_409, request, response, callback);
        Fields query = Request.extractQueryParameters(request);
        String ticket = Optional.ofNullable(query.getValue("ticket")).orElse("");
        boolean shortLived = "true".equals(query.getValue("debug_reconnects"));
        if (tickets.redeem(ticket)) return sockets.create(shortLived);
        return reject(HttpStatus.UNAUTHORIZED_401, request, response, callback);
    }

    private static @Nullable Object reject(
            int status, ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Response.writeError(request, response, callback, status);
        return null;
    }
}
