package dev.lifeline.slack;

import dev.lifeline.slack.inbound.BoltApp;
import dev.lifeline.slack.inbound.EventsEndpoint;
import dev.lifeline.slack.inbound.SocketModeConnections;
import dev.lifeline.slack.webapi.WorkspaceResolver;
import dev.lifeline.transport.HttpReply;
import java.util.Map;
import java.util.Optional;

/**
 * Receives what people do in Slack, over Socket Mode, HTTP or both, and stores it in the inbox before it is acknowledged (promise P2).
 * Thread-safe. Call {@link #start} once, {@link #close} last.
 */
public final class SlackInbound implements AutoCloseable {

    private final BoltApp bolt;
    private final ViewThreads viewThreads;
    private final WorkspaceResolver workspaceResolver;
    private final Optional<SocketModeConnections> socketConnections;
    private final Optional<EventsEndpoint> eventsEndpoint;

    SlackInbound(
            BoltApp bolt,
            ViewThreads viewThreads,
            WorkspaceResolver workspaceResolver,
            Optional<SocketModeConnections> socketConnections,
            Optional<EventsEndpoint> eventsEndpoint) {
        this.bolt = bolt;
        this.viewThreads = viewThreads;
        this.workspaceResolver = workspaceResolver;
        this.socketConnections = socketConnections;
        this.eventsEndpoint = eventsEndpoint;
    }

    /**
     * Opens the Socket Mode connections in the background, where there is an app token; repeats failed attempts until {@link #close}.
     * Returns at once.
     */
    public void start() {
        viewThreads.start();
        socketConnections.ifPresent(SocketModeConnections::start);
    }

    /** Whether interactions reach the bot and it can reply. Never blocks. */
    public boolean ready() {
        return problem().isEmpty();
    }

    /** Why interactions do not reach the bot, or why it cannot reply, in words for the operator; empty where all is well. Never blocks. */
    public Optional<String> problem() {
        if (workspaceResolver.tokenInvalid()) return Optional.of("Slack rejects the bot token");
        boolean connected =
                socketConnections.map(SocketModeConnections::connected).orElse(eventsEndpoint.isPresent());
        return connected ? Optional.empty() : Optional.of("no Socket Mode connection is open");
    }

    /** Handles a request at Slack's endpoint; 404 where HTTP mode is off. */
    public HttpReply handleHttpRequest(String method, Map<String, String> headers, byte[] body) {
        return eventsEndpoint
                .map(endpoint -> endpoint.handle(method, headers, body))
                .orElse(HttpReply.text(404, ""));
    }

    /** Finishes and acknowledges running deliveries, then closes the connections. Takes some seconds at most while Slack responds. */
    @Override
    public void close() {
        socketConnections.ifPresent(SocketModeConnections::close);
        viewThreads.close();
        bolt.close();
    }
}
