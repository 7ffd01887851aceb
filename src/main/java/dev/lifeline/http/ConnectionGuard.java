package dev.lifeline.http;

import dev.lifeline.access.ClientAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections on which no whole request arrives in time, and the one that has waited longest where there are too many,
 * in all or of one client address. So a new connection always gets in, and whoever sends slowly keeps nobody out.
 *
 * <p>Jetty's idle time-out does not do that: every byte begins it anew. Thread-safe.
 */
final class ConnectionGuard implements Connection.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);

    private final HttpLimits limits;
    private final Scheduler scheduler;
    private final Map<EndPoint, String> open = new HashMap<>();
    private final Map<String, Integer> openByAddress = new HashMap<>();

    /** Connections on which a request is yet to arrive, each with its time limit; the one that has waited longest first. */
    private final Map<EndPoint, Scheduler.Task> waiting = new LinkedHashMap<>();

    /** Those of the waiting connections of whose request a part is in memory. */
    private final Set<EndPoint> partlyArrived = new HashSet<>();

    ConnectionGuard(HttpLimits limits, Scheduler scheduler) {
        this.limits = limits;
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        close(admit(connection.getEndPoint()));
    }

    /** The connection to close for this one: none, another, or this one where all others are busy with a request. */
    private synchronized Optional<EndPoint> admit(EndPoint endPoint) {
        String address = address(endPoint);
        open.put(endPoint, address);
        waitForRequest(endPoint);
        if (openByAddress.merge(address, 1, Integer::sum) > limits.connectionsPerAddress())
            return giveUp(waitingOne -> address.equals(open.get(waitingOne)));
        return open.size() > limits.connections() ? giveUp(waitingOne -> true) : Optional.empty();
    }

    /** The one that has waited longest; it no longer counts, although Jetty reports later that it is closed. */
    private Optional<EndPoint> giveUp(Predicate<EndPoint> condition) {
        Optional<EndPoint> longestWaiting =
                waiting.keySet().stream().filter(condition).findFirst();
        longestWaiting.ifPresent(this::forget);
        return longestWaiting;
    }

    private void forget(EndPoint endPoint) {
        stopWaiting(endPoint);
        String address = open.remove(endPoint);
        if (address != null) openByAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }

    private static String address(EndPoint endPoint) {
        return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress client && client.getAddress() != null
                ? client.getAddress().getHostAddress()
                : "";
    }

    /** The address by which the connections of a request's client are counted. */
    static ClientAddress clientAddress(Request request) {
        String address = address(endPoint(request));
        return address.isEmpty() ? ClientAddress.UNKNOWN : new ClientAddress(address);
    }

    /** A part of the request's body is in memory now. */
    synchronized void bodyBegan(Request request) {
        EndPoint endPoint = endPoint(request);
        if (waiting.containsKey(endPoint)) partlyArrived.add(endPoint);
    }

    /**
     * Closes the connection that has waited longest with a part of a body in memory, other than this request's, to get that memory back.
     * A connection that is idle between two requests holds none, and stays.
     */
    void giveUpLongestIncomplete(Request request) {
        EndPoint own = endPoint(request);
        Optional<EndPoint> other;
        synchronized (this) {
            other = giveUp(endPoint -> !endPoint.equals(own) && partlyArrived.contains(endPoint));
        }
        close(other);
    }

    /** The request has arrived whole; how long the answer takes is not limited here. */
    synchronized void requestArrived(Request request) {
        stopWaiting(endPoint(request));
    }

    /** The response has ended; the next request may come over the same connection. */
    synchronized void responseEnded(Request request) {
        EndPoint endPoint = endPoint(request);
        if (!open.containsKey(endPoint)) return;
        stopWaiting(endPoint);
        waitForRequest(endPoint);
    }

    private void waitForRequest(EndPoint endPoint) {
        waiting.put(
                endPoint,
                scheduler.schedule(
                        () -> close(Optional.of(endPoint)), limits.requestTime().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void stopWaiting(EndPoint endPoint) {
        partlyArrived.remove(endPoint);
        Scheduler.Task timeLimit = waiting.remove(endPoint);
        if (timeLimit != null) timeLimit.cancel();
    }

    private static EndPoint endPoint(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    /** Not under the lock, since Jetty may call listeners. */
    private static void close(Optional<EndPoint> endPoint) {
        endPoint.ifPresent(one -> {
            LOG.debug("Closing a connection without a whole request: {}", one.getRemoteSocketAddress());
            one.close();
        });
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        forget(connection.getEndPoint());
    }
}
