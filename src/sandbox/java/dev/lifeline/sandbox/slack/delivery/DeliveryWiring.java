package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.fault.FaultPoint;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.TimestampClock;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Builds and owns everything between the workspace and the app: sockets, HTTP, tickets, trigger ids, response URLs. */
public final class DeliveryWiring implements FaultPoint, AutoCloseable {

    /** The path of the WebSocket endpoint. */
    public static final String SOCKET_PATH = "/link";

    private static final long PING_INTERVAL_MILLIS = 10_000;

    private final Timers timers;
    private final SocketTickets socketTickets;
    private final TriggerIds triggerIds;
    private final ResponseUrls responseUrls;
    private final Sockets sockets;
    private final HttpTransport httpTransport;
    private final AppDelivery appDelivery;
    private final SocketUpgrade socketUpgrade;

    /** @param eventsPerHour how many events the app gets within an hour */
    public DeliveryWiring(
            Workspace workspace, InstantSource time, int eventsPerHour, Faults faults, Supplier<String> baseUrl) {
        timers = new Timers(time);
        socketTickets = new SocketTickets(time);
        triggerIds = new TriggerIds(time, () -> takeFault(faults, Fault.EXPIRE_TRIGGERS));
        responseUrls = new ResponseUrls(time, () -> takeFault(faults, Fault.EXPIRE_RESPONSE_URLS), baseUrl);
        PendingAcks pendingAcks = new PendingAcks(time, timers);
        sockets = new Sockets(faults, pendingAcks, timers, workspace.app().ids().app());
        TimestampClock clock = workspace.clock();
        httpTransport = new HttpTransport(clock, timers, workspace.app().credentials());
        SocketTransport socketMode = new SocketTransport(sockets, pendingAcks);
        DeliveryRouter deliveryRouter = new DeliveryRouter(List.of(socketMode, httpTransport), new DeliveryFaults(faults, timers), timers);
        appDelivery = new AppDelivery(workspace, deliveryRouter, new EventLimits(time, eventsPerHour), triggerIds, responseUrls);
        socketUpgrade = new SocketUpgrade(socketTickets, sockets, faults);
        timers.scheduleRepeatedly(PING_INTERVAL_MILLIS, sockets::pingAll);
    }

    private static boolean takeFault(Faults faults, Fault fault) {
        return faults.takeMatching(fault.wireName(), Optional.empty(), List.of(fault)).isPresent();
    }

    /** Accepts WebSocket upgrades at {@link #SOCKET_PATH} and passes every other request on. */
    public Handler wrap(Handler routes, Server server) {
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(server, socketUpgrade::configure);
        sockets.setHandler(routes);
        return sockets;
    }

    public AppDelivery appDelivery() {
        return appDelivery;
    }

    public Timers timers() {
        return timers;
    }

    public SocketTickets tickets() {
        return socketTickets;
    }

    public TriggerIds triggerIds() {
        return triggerIds;
    }

    public ResponseUrls responseUrls() {
        return responseUrls;
    }

    public Sockets sockets() {
        return sockets;
    }

    /** Sets the URL that deliveries go to while no socket is open. */
    public void setRequestUrl(URI url) {
        httpTransport.setRequestUrl(url);
    }

    @Override
    public void dropSockets() {
        sockets.dropAll();
    }

    @Override
    public void muteSockets() {
        sockets.muteAll();
    }

    @Override
    public void revokeTokens() {
        appDelivery.tokensRevoked();
    }

    @Override
    public void uninstallApp() {
        appDelivery.appUninstalled();
    }

    @Override
    public void limitEvents() {
        appDelivery.eventsLimited();
    }

    @Override
    public void disableSubscriptions() {
        appDelivery.disableSubscriptions();
    }

    @Override
    public void channelIdChanged(String oldId, Channel channel) {
        appDelivery.channelIdChanged(oldId, channel);
    }

    @Override
    public void refreshSockets() {
        sockets.refreshAll();
    }

    @Override
    public void warnSockets() {
        sockets.warnThenReplaceAll();
    }

    @Override
    public void refreshSocketsUnwarned() {
        sockets.replaceAll();
    }

    @Override
    public void disconnectSockets(String reason) {
        sockets.disconnectAll(reason);
    }

    @Override
    public void expireTriggers() {
        triggerIds.expireAll();
    }

    @Override
    public void expireResponseUrls() {
        responseUrls.expireAll();
    }

    @Override
    public void close() {
        timers.close();
        sockets.dropAll();
    }
}
