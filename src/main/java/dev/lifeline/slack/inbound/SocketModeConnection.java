package dev.lifeline.slack.inbound;

import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.ExecutorShutdown;
import dev.lifeline.slack.webapi.FailureBackoff;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.slack.webapi.WorkspaceResolver;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is this Socket Mode connection alive? Opens it, looks after it and opens it again, with growing pauses and for as long as it
 * takes. Bolt's own watch is left off: it knows no back-off and outlives a close (slack.md 2.3, 2.5).
 */
public final class SocketModeConnection {

    private static final Logger LOG = LoggerFactory.getLogger(SocketModeConnection.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(8);
    private static final int READER_THREADS = 10;

    /** So many pauses grow for connections that open and do not last; after an outage nobody is to be missed for longer. */
    private static final int MAX_SHORT_LIVED_FAILURES = 4;

    private static final String BACKOFF_KEY = "line";

    private final Slack slack;
    private final String appToken;
    private final WebApi api;
    private final WorkspaceResolver workspaceResolver;
    private final DeliveryWorkers workers;
    private final FailureBackoff backoff = new FailureBackoff();
    private final ExecutorService watchdog =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "slack-socket-watchdog"));

    /** By the clock that nobody puts back; known to the watch alone. */
    private long nextAttemptNanos = System.nanoTime();

    private volatile boolean disconnectAnnounced;
    private volatile boolean connected;
    private volatile boolean closing;
    private volatile @Nullable SocketModeClient client;

    public SocketModeConnection(
            String appToken, Slack slack, WebApi api, WorkspaceResolver workspaceResolver, DeliveryWorkers workers) {
        this.slack = slack;
        this.appToken = appToken;
        this.api = api;
        this.workspaceResolver = workspaceResolver;
        this.workers = workers;
    }

    void start() {
        watchdog.execute(this::runWatchdog);
    }

    boolean connected() {
        return connected;
    }

    /** Nothing that goes wrong here may end the watch. */
    private void runWatchdog() {
        checkConnection();
        Executor later = CompletableFuture.delayedExecutor(CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS, watchdog);
        if (!closing) later.execute(this::runWatchdog);
    }

    private void checkConnection() {
        if (closing) return;
        try {
            boolean alive = isAlive();
            connected = alive;
            boolean due = System.nanoTime() - nextAttemptNanos >= 0;
            if (alive && !disconnectAnnounced) resetBackoffIfStable(due);
            else if (due) tryConnect();
        } catch (Throwable unexpected) {
            LOG.error("The watch over the connection stumbled", unexpected);
            postponeNextAttempt(FailureBackoff.MAX_BACKOFF);
        }
    }

    /** A connection that does not last as long as the pause before it would have been counts as none. */
    private void resetBackoffIfStable(boolean lasts) {
        if (lasts) backoff.reset(BACKOFF_KEY);
    }

    private void tryConnect() throws IOException, URISyntaxException {
        int times = backoff.recordFailure(BACKOFF_KEY);
        try {
            connect();
            disconnectAnnounced = false;
            connected = true;
            postponeNextAttempt(FailureBackoff.delay(Math.min(times, MAX_SHORT_LIVED_FAILURES)));
        } catch (SlackCallException failure) {
            Duration pause = failure.retryAfter().orElseGet(() -> FailureBackoff.delay(times));
            LOG.warn("No connection to Slack ({}); next attempt in {} s", failure.getMessage(), pause.toSeconds());
            postponeNextAttempt(pause);
        }
    }

    private void postponeNextAttempt(Duration pause) {
        nextAttemptNanos = System.nanoTime() + pause.toNanos();
    }

    /** Slack is about to end the connection; until it does, or another one stands, the old one is served. */
    private void onDisconnectAnnounced() {
        disconnectAnnounced = true;
        try {
            watchdog.execute(this::checkConnection);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Slack ends a connection that is being closed");
        }
    }

    /** Asked twice, since pongs of an old and a new connection can be mixed up. */
    private boolean isAlive() {
        SocketModeClient current = client;
        return current != null
                && Stream.generate(current::verifyConnection).limit(2).anyMatch(alive -> alive);
    }

    /** The workspace must be known before the first delivery comes. */
    private void connect() throws IOException, URISyntaxException {
        workspaceResolver.identity();
        String address = api.callWithAppToken(ApiMethod.APPS_CONNECTIONS_OPEN)
                .path("url")
                .asText();
        SocketModeClient connecting = clientFor(address);
        connecting.connect(); // says nothing when it fails
        if (!connecting.verifyConnection())
            throw new SlackCallException(
                    ApiMethod.APPS_CONNECTIONS_OPEN, SlackErrorKind.UNAVAILABLE, "the socket did not open", null);
        LOG.info("Connected to Slack");
    }

    private SocketModeClient clientFor(String address) throws URISyntaxException {
        SocketModeClient current = client;
        if (current == null) {
            current = new SocketModeClientTyrusImpl(
                    slack,
                    appToken,
                    address,
                    READER_THREADS,
                    new DisconnectFilterQueue(this::onDisconnectAnnounced),
                    false,
                    false,
                    0);
            workers.listenTo(current);
            client = current;
        } else {
            current.setWssUri(new URI(address));
        }
        return current;
    }

    /** Opens no connection any more. */
    void stopReconnecting() {
        closing = true;
        ExecutorShutdown.shutdownAndAwaitTermination(watchdog, SHUTDOWN_GRACE);
    }

    /** For good; to be called when there is nothing left to acknowledge. */
    void disconnect() {
        SocketModeClient last = client;
        if (last != null) disconnect(last);
        connected = false;
    }

    private static void disconnect(SocketModeClient last) {
        try {
            last.setAutoReconnectEnabled(false);
            last.close();
            last.getMessageProcessorExecutor().awaitTermination(SHUTDOWN_GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException alreadyGone) {
            LOG.debug("The socket was gone already");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
