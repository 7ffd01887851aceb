package dev.lifeline.slack.inbound;

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
 * One Socket Mode connection, watched and reopened for as long as the bot runs. The watchdog thread checks it every second; attempts that
 * fail are repeated after 1 s, 2 s … 60 s, or after what {@code Retry-After} names. The SDK's own session monitor is off: it has no
 * back-off and outlives a close (src/docs/platform/slack.md, section Socket Mode connections, and section Shutdown).
 *
 * <p>{@link #connected} may be called by any thread; everything else runs on the watchdog thread.
 */
public final class SocketModeConnection {

    private static final Logger LOG = LoggerFactory.getLogger(SocketModeConnection.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(8);

    /** They only hand over to the {@link DeliveryWorkers}. */
    private static final int READER_THREADS = 2;

    /**
     * Failures counted for connections that open and do not last: the delay after them stays at 8 s or less, so that the bot is back soon
     * after an outage.
     */
    private static final int MAX_SHORT_LIVED_FAILURES = 4;

    private static final String BACKOFF_KEY = "connection";

    private final BoltApp bolt;
    private final String appToken;
    private final WebApi api;
    private final WorkspaceResolver workspaceResolver;
    private final DeliveryWorkers workers;
    private final FailureBackoff backoff = new FailureBackoff();
    private final ExecutorService watchdog =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "slack-socket-watchdog"));

    /** Monotonic ({@code System.nanoTime}); confined to the watchdog thread. */
    private long nextAttemptNanos = System.nanoTime();

    private volatile boolean disconnectAnnounced;
    private volatile boolean connected;
    private volatile boolean closing;
    private volatile @Nullable SocketModeClient client;

    public SocketModeConnection(
            String appToken, BoltApp bolt, WebApi api, WorkspaceResolver workspaceResolver, DeliveryWorkers workers) {
        this.bolt = bolt;
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

    /** Runs one check and schedules the next. No failure may end the watchdog. */
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
        } catch (Throwable e) {
            LOG.error("Socket Mode watchdog failed", e);
            postponeNextAttempt(FailureBackoff.MAX_BACKOFF);
        }
    }

    /** A connection that ends sooner than the delay before the next attempt would have been counts as a failure. */
    private void resetBackoffIfStable(boolean stable) {
        if (stable) backoff.reset(BACKOFF_KEY);
    }

    private void tryConnect() throws IOException, URISyntaxException {
        int failures = backoff.recordFailure(BACKOFF_KEY);
        try {
            connect();
            disconnectAnnounced = false;
            connected = true;
            postponeNextAttempt(FailureBackoff.delay(Math.min(failures, MAX_SHORT_LIVED_FAILURES)));
        } catch (SlackCallException failure) {
            Duration pause = failure.retryAfter().orElseGet(() -> FailureBackoff.delay(failures));
            LOG.warn("No Socket Mode connection ({}), next attempt in {} s", failure.getMessage(), pause.toSeconds());
            postponeNextAttempt(pause);
        }
    }

    private void postponeNextAttempt(Duration pause) {
        nextAttemptNanos = System.nanoTime() + pause.toNanos();
    }

    /** Called when Slack announces a disconnect. The old connection is served until it ends or the new one is open. */
    private void onDisconnectAnnounced() {
        disconnectAnnounced = true;
        try {
            watchdog.execute(this::checkConnection);
        } catch (RejectedExecutionException e) {
            LOG.debug("Disconnect announced for a connection that is being closed");
        }
    }

    /** Two pings, since the pongs of an old and a new connection can be mixed up. */
    private boolean isAlive() {
        SocketModeClient current = client;
        return current != null
                && Stream.generate(current::verifyConnection).limit(2).anyMatch(alive -> alive);
    }

    /** Resolves the workspace before the first delivery can arrive, then opens the socket. */
    private void connect() throws IOException, URISyntaxException {
        workspaceResolver.identity();
        String url = api.callWithAppToken(ApiMethod.APPS_CONNECTIONS_OPEN)
                .path("url")
                .asText();
        SocketModeClient opened = clientFor(url);
        String way = bolt.useProxyFor(opened.getWssUri())
                .map(proxy -> " through the proxy " + proxy)
                .orElse("");
        opened.connect(); // reports no failure
        if (!opened.verifyConnection())
            throw new SlackCallException(
                    ApiMethod.APPS_CONNECTIONS_OPEN, SlackErrorKind.UNAVAILABLE, "the socket did not open" + way, null);
        LOG.info("Socket Mode connected");
    }

    private SocketModeClient clientFor(String url) throws URISyntaxException {
        SocketModeClient current = client;
        if (current == null) {
            current = new SocketModeClientTyrusImpl(
                    bolt.slack(),
                    appToken,
                    url,
                    READER_THREADS,
                    new DisconnectFilterQueue(this::onDisconnectAnnounced),
                    false,
                    false,
                    0);
            workers.listenTo(current);
            client = current;
        } else {
            current.setWssUri(new URI(url));
        }
        return current;
    }

    /** Stops the watchdog; waits up to 8 s for a running attempt. */
    void stopReconnecting() {
        closing = true;
        ExecutorShutdown.shutdownAndAwaitTermination(watchdog, SHUTDOWN_GRACE);
    }

    /** Closes the socket for good; called once nothing is left to acknowledge. Waits up to 8 s for the SDK's reader. */
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
        } catch (IOException e) {
            LOG.debug("Socket was already closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
