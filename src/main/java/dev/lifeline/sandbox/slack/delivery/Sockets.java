package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.world.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which sockets has the app open? At most ten (slack.md 2.3). */
public final class Sockets {

    static final int MOST = 10;

    private static final Duration MAKE_WAY = Duration.ofSeconds(10);
    /** Some hours, as Slack says; with {@code debug_reconnects=true} six minutes (slack.md 2.3). */
    private static final Duration USUAL_LIFE = Duration.ofMinutes(301);

    private static final Duration SHORT_LIFE = Duration.ofMinutes(6);
    private static final Duration WARNED_BEFORE = Duration.ofSeconds(10);

    private final List<AppSocket> open = new CopyOnWriteArrayList<>();
    private final Faults faults;
    private final PendingAcks pending;
    private final Alarms alarms;
    private final String appId;
    private int turn;

    Sockets(Faults faults, PendingAcks pending, Alarms alarms, String appId) {
        this.faults = faults;
        this.pending = pending;
        this.alarms = alarms;
        this.appId = appId;
    }

    public int count() {
        return open.size();
    }

    /**
     * A socket to be opened.
     *
     * @param shortLived whether it is to be exchanged after minutes instead of hours
     */
    AppSocket next(boolean shortLived) {
        Duration life = shortLived ? SHORT_LIFE : USUAL_LIFE;
        return new AppSocket(new AppSocket.Ear(socket -> opened(socket, life), pending::heard, open::remove));
    }

    private void opened(AppSocket socket, Duration life) {
        if (open.size() >= MOST) {
            part(socket, "too_many_websockets");
            return;
        }
        open.add(socket);
        boolean silent = faults.strike("hello", Optional.empty(), List.of(Fault.NO_HELLO))
                .isPresent();
        if (!silent) hello(socket, life);
        alarms.after(life.minus(WARNED_BEFORE), () -> tell(socket, "warning"));
        alarms.after(life, () -> replace(socket));
    }

    private void hello(AppSocket socket, Duration life) {
        socket.send(Json.object(
                "type", "hello",
                "num_connections", open.size(),
                "connection_info", Json.object("app_id", appId),
                "debug_info", debug().put("approximate_connection_time", life.toSeconds())));
    }

    private static ObjectNode debug() {
        return Json.object("host", "applink-sandbox", "build_number", 1);
    }

    /** One of the open sockets, each in turn; one that is to make way only while there is no other. */
    synchronized Optional<AppSocket> pick() {
        List<AppSocket> staying =
                open.stream().filter(socket -> !socket.retiring()).toList();
        List<AppSocket> now = staying.isEmpty() ? List.copyOf(open) : staying;
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(Math.floorMod(turn++, now.size())));
    }

    void pingAll() {
        open.forEach(AppSocket::ping);
    }

    /** Cuts all connections. */
    void cutAll() {
        takeAll().forEach(AppSocket::cut);
    }

    /** Tells all sockets to go and, where Slack does, closes them. */
    void partAll(String reason) {
        takeAll().forEach(socket -> part(socket, reason));
    }

    /** Asks for new connections: a warning, then the request; ten seconds later the old ones are closed. */
    void refreshAll() {
        open.forEach(socket -> tell(socket, "warning"));
        replaceAll();
    }

    /** Warns all of them, and exchanges them as long after as Slack does. */
    void warnAll() {
        open.forEach(socket -> {
            tell(socket, "warning");
            alarms.after(WARNED_BEFORE, () -> replace(socket));
        });
    }

    /** Asks for new connections without a warning. */
    void replaceAll() {
        open.forEach(this::replace);
    }

    private void replace(AppSocket socket) {
        if (!open.contains(socket)) return;
        tell(socket, "refresh_requested");
        socket.retire();
        alarms.after(MAKE_WAY, socket::close);
    }

    void muteAll() {
        open.forEach(AppSocket::mute);
    }

    private List<AppSocket> takeAll() {
        List<AppSocket> all = List.copyOf(open);
        open.removeAll(all);
        return all;
    }

    private static void part(AppSocket socket, String reason) {
        tell(socket, reason);
        socket.close();
    }

    private static void tell(AppSocket socket, String reason) {
        socket.send(Json.object("type", "disconnect", "reason", reason, "debug_info", debug()));
    }
}
