package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The app's open sockets, at most ten (src/docs/platform/slack.md, section Socket Mode connections). Thread-safe. */
public final class Sockets {

    static final int MAX_SOCKETS = 10;

    private static final Duration CLOSE_DELAY = Duration.ofSeconds(10);
    /**
     * Documented as some hours; with {@code debug_reconnects=true} six minutes (src/docs/platform/slack.md, section Socket
     * Mode connections).
     */
    private static final Duration SOCKET_LIFETIME = Duration.ofMinutes(301);

    private static final Duration DEBUG_SOCKET_LIFETIME = Duration.ofMinutes(6);
    private static final Duration WARNING_LEAD_TIME = Duration.ofSeconds(10);

    private final List<AppSocket> openSockets = new CopyOnWriteArrayList<>();
    private final Faults faults;
    private final PendingAcks pendingAcks;
    private final Timers timers;
    private final String appId;
    private int roundRobinIndex;

    Sockets(Faults faults, PendingAcks pendingAcks, Timers timers, String appId) {
        this.faults = faults;
        this.pendingAcks = pendingAcks;
        this.timers = timers;
        this.appId = appId;
    }

    public int count() {
        return openSockets.size();
    }

    /**
     * Creates a socket for an accepted upgrade.
     *
     * @param shortLived whether it is replaced after minutes instead of hours
     */
    AppSocket create(boolean shortLived) {
        Duration lifetime = shortLived ? DEBUG_SOCKET_LIFETIME : SOCKET_LIFETIME;
        return new AppSocket(new AppSocket.SocketListeners(socket -> onOpen(socket, lifetime), pendingAcks::onFrame, openSockets::remove));
    }

    private void onOpen(AppSocket socket, Duration lifetime) {
        if (openSockets.size() >= MAX_SOCKETS) {
            disconnect(socket, "too_many_websockets");
            return;
        }
        openSockets.add(socket);
        boolean withoutHello = faults.takeMatching("hello", Optional.empty(), List.of(Fault.NO_HELLO))
                .isPresent();
        if (!withoutHello) sendHello(socket, lifetime);
        timers.schedule(lifetime.minus(WARNING_LEAD_TIME), () -> sendDisconnect(socket, "warning"));
        timers.schedule(lifetime, () -> replace(socket));
    }

    private void sendHello(AppSocket socket, Duration lifetime) {
        socket.send(Json.object(
                "type", "hello",
                "num_connections", openSockets.size(),
                "connection_info", Json.object("app_id", appId),
                "debug_info", debugInfo().put("approximate_connection_time", lifetime.toSeconds())));
    }

    private static ObjectNode debugInfo() {
        return Json.object("host", "applink-sandbox", "build_number", 1);
    }

    /** Picks an open socket, round-robin; a retiring one only while there is no other. */
    synchronized Optional<AppSocket> pick() {
        List<AppSocket> active =
                openSockets.stream().filter(socket -> !socket.retiring()).toList();
        List<AppSocket> candidates = active.isEmpty() ? List.copyOf(openSockets) : active;
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(Math.floorMod(roundRobinIndex++, candidates.size())));
    }

    void pingAll() {
        openSockets.forEach(AppSocket::ping);
    }

    /** Cuts all connections without a close frame. */
    void dropAll() {
        removeAll().forEach(AppSocket::disconnect);
    }

    /** Sends {@code disconnect} with a reason on all sockets, and closes them. */
    void disconnectAll(String reason) {
        removeAll().forEach(socket -> disconnect(socket, reason));
    }

    /** Sends {@code warning} and {@code refresh_requested} at once; the old connections are closed ten seconds later. */
    void refreshAll() {
        openSockets.forEach(socket -> sendDisconnect(socket, "warning"));
        replaceAll();
    }

    /** Sends {@code warning}, and {@code refresh_requested} after the documented ten seconds. */
    void warnThenReplaceAll() {
        openSockets.forEach(socket -> {
            sendDisconnect(socket, "warning");
            timers.schedule(WARNING_LEAD_TIME, () -> replace(socket));
        });
    }

    /** Sends {@code refresh_requested} without a warning. */
    void replaceAll() {
        openSockets.forEach(this::replace);
    }

    private void replace(AppSocket socket) {
        if (!openSockets.contains(socket)) return;
        sendDisconnect(socket, "refresh_requested");
        socket.markRetiring();
        timers.schedule(CLOSE_DELAY, socket::close);
    }

    void muteAll() {
        openSockets.forEach(AppSocket::mute);
    }

    private List<AppSocket> removeAll() {
        List<AppSocket> all = List.copyOf(openSockets);
        openSockets.removeAll(all);
        return all;
    }

    private static void disconnect(AppSocket socket, String reason) {
        sendDisconnect(socket, reason);
        socket.close();
    }

    private static void sendDisconnect(AppSocket socket, String reason) {
        socket.send(Json.object("type", "disconnect", "reason", reason, "debug_info", debugInfo()));
    }
}
