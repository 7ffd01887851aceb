package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.fault.Misbehaviour;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Clockwork;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** All that connects the workspace with the app, built together: sockets, HTTP, tickets, triggers, response URLs. */
public final class Switchboard implements Misbehaviour, AutoCloseable {

    /** Where the app opens its sockets. */
    public static final String SOCKET_PATH = "/link";

    private static final long PING_EVERY_MILLIS = 10_000;

    private final Alarms alarms;
    private final Tickets tickets;
    private final Triggers triggers;
    private final ResponseUrls urls;
    private final Sockets sockets;
    private final HttpCarrier http;
    private final AppLine line;
    private final Upgrade upgrade;

    public Switchboard(Workspace workspace, InstantSource time, Faults faults, Supplier<String> base) {
        alarms = new Alarms(time);
        tickets = new Tickets(time);
        triggers = new Triggers(time, () -> strikes(faults, Fault.EXPIRE_TRIGGERS));
        urls = new ResponseUrls(time, () -> strikes(faults, Fault.EXPIRE_RESPONSE_URLS), base);
        PendingAcks pending = new PendingAcks(time, alarms);
        sockets = new Sockets(faults, pending, alarms, workspace.app().ids().app());
        Clockwork clock = workspace.clock();
        http = new HttpCarrier(clock, alarms, workspace.app().credentials());
        SocketCarrier socketMode = new SocketCarrier(sockets, pending);
        Courier courier = new Courier(List.of(socketMode, http), new Mishaps(faults, alarms), alarms);
        line = new AppLine(workspace, courier, triggers, urls);
        upgrade = new Upgrade(tickets, sockets, faults);
        alarms.every(PING_EVERY_MILLIS, sockets::pingAll);
    }

    private static boolean strikes(Faults faults, Fault fault) {
        return faults.strike(fault.word(), Optional.empty(), List.of(fault)).isPresent();
    }

    /** Lets WebSockets in at {@link #SOCKET_PATH} and everything else through. */
    public Handler before(Handler routes, Server server) {
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(server, upgrade::configure);
        sockets.setHandler(routes);
        return sockets;
    }

    public AppLine line() {
        return line;
    }

    public Tickets tickets() {
        return tickets;
    }

    public Triggers triggers() {
        return triggers;
    }

    public ResponseUrls responseUrls() {
        return urls;
    }

    public Sockets sockets() {
        return sockets;
    }

    /** From now on the app is reached here while it has no socket open. */
    public void deliverTo(URI url) {
        http.deliverTo(url);
    }

    @Override
    public void dropSockets() {
        sockets.cutAll();
    }

    @Override
    public void muteSockets() {
        sockets.muteAll();
    }

    @Override
    public void revokeTokens() {
        line.tokensRevoked();
    }

    @Override
    public void uninstallApp() {
        line.uninstalled();
    }

    @Override
    public void channelIdChanged(String oldId, Channel channel) {
        line.channelIdChanged(oldId, channel);
    }

    @Override
    public void refreshSockets() {
        sockets.refreshAll();
    }

    @Override
    public void warnSockets() {
        sockets.warnAll();
    }

    @Override
    public void exchangeSockets() {
        sockets.replaceAll();
    }

    @Override
    public void partSockets(String reason) {
        sockets.partAll(reason);
    }

    @Override
    public void expireTriggers() {
        triggers.expireAll();
    }

    @Override
    public void expireResponseUrls() {
        urls.expireAll();
    }

    @Override
    public void close() {
        alarms.close();
        sockets.cutAll();
    }
}
