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

/** May this request become a socket? Only with a ticket of apps.connections.open that is fresh and unused. */
record Upgrade(Tickets tickets, Sockets sockets, Faults faults) {

    /** Longer than any silence between pings. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    void configure(ServerWebSocketContainer container) {
        container.setIdleTimeout(IDLE);
        container.addMapping(Switchboard.SOCKET_PATH, this::socket);
    }

    private @Nullable Object socket(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Optional<Faults.Strike> conflict = faults.strike("handshake", Optional.empty(), List.of(Fault.HANDSHAKE_409));
        if (conflict.isPresent()) return refuse(HttpStatus.CONFLICT_409, request, response, callback);
        Fields query = Request.extractQueryParameters(request);
        String ticket = Optional.ofNullable(query.getValue("ticket")).orElse("");
        boolean shortLived = "true".equals(query.getValue("debug_reconnects"));
        if (tickets.redeem(ticket)) return sockets.next(shortLived);
        return refuse(HttpStatus.UNAUTHORIZED_401, request, response, callback);
    }

    private static @Nullable Object refuse(
            int status, ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Response.writeError(request, response, callback, status);
        return null;
    }
}
