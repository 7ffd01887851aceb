package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which sockets has the app open? At most ten (slack.md 2.3). */
public final class Sockets {

    static final int MAX_SOCKETS = 10;

    private static final Duration CLOSE_DELAY = Duration.ofSeconds(10);
    /** Some hours, as Slack says; with {@code debug_reconnects=true} six minutes (slack.md 2.3). */
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
     * A socket to be opened.
     *
     * @param shortLived whether it is to be exchanged after minutes instead of hours
     */
    AppSocket create(boolean shortLived) {
        Duration life = shortLived ? DEBUG_SOCKET_LIFETIME : SOCKET_LIFETIME;
        return new AppSocket(new AppSocket.SocketListeners(socket -> onOpen(socket, life), pendingAcks::onFrame, openSockets::remove));
    }

    private void onOpen(AppSocket socket, Duration life) {
        if (openSockets.size() >= MAX_SOCKETS) {
            disconnect(socket, "too_many_websockets");
            return;
        }
        openSockets.add(socket);
        boolean silent = faults.takeMatching("hello", Optional.empty(), List.of(Fault.NO_HELLO))
                .isPresent();
        if (!silent) sendHello(socket, life);
        timers.schedule(life.minus(WARNING_LEAD_TIME), () -> sendDisconnect(socket, "warning"));
        timers.schedule(life, () -> replace(socket));
    }

    private void sendHello(AppSocket socket, Duration life) {
        socket.send(Json.object(
                "type", "hello",
                "num_connections", openSockets.size(),
                "connection_info", Json.object("app_id", appId),
                "debug_info", debugInfo().put("approximate_connection_time", life.toSeconds())));
    }

    private static ObjectNode debugInfo() {
        return Json.object("host", "applink-sandbox", "build_number", 1);
    }

    /** One of the open sockets, each in turn; one that is to make way only while there is no other. */
    synchronized Optional<AppSocket> pick() {
        List<AppSocket> staying =
                openSockets.stream().filter(socket -> !socket.retiring()).toList();
        List<AppSocket> now = staying.isEmpty() ? List.copyOf(openSockets) : staying;
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(Math.floorMod(roundRobinIndex++, now.size())));
    }

    void pingAll() {
        openSockets.forEach(AppSocket::ping);
    }

    /** Cuts all connections. */
    void dropAll() {
        removeAll().forEach(AppSocket::disconnect);
    }

    /** Tells all sockets to go and, where Slack does, closes them. */
    void disconnectAll(String reason) {
        removeAll().forEach(socket -> disconnect(socket, reason));
    }

    /** Asks for new connections: a warning, then the request; ten seconds later the old ones are closed. */
    void refreshAll() {
        openSockets.forEach(socket -> sendDisconnect(socket, "warning"));
        replaceAll();
    }

    /** Warns all of them, and exchanges them as long after as Slack does. */
    void warnThenReplaceAll() {
        openSockets.forEach(socket -> {
            sendDisconnect(socket, "warning");
            timers.schedule(WARNING_LEAD_TIME, () -> replace(socket));
        });
    }

    /** Asks for new connections without a warning. */
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
