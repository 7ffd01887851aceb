package dev.lifeline.slack;

import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
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
final class SocketLine {

    private static final Logger log = LoggerFactory.getLogger(SocketLine.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final int READERS = 10;

    /** So many pauses grow for connections that open and do not last; after an outage nobody is to be missed for longer. */
    private static final int SHORT_LIVED = 4;

    private static final String LINE = "line";

    private final Slack slack;
    private final String appToken;
    private final WebApi api;
    private final HomeSearch homes;
    private final Crew crew;
    private final Setbacks setbacks = new Setbacks();
    private final ExecutorService watch = Executors.newSingleThreadExecutor(work -> new Thread(work, "slack-line"));

    /** By the clock that nobody puts back; known to the watch alone. */
    private long nextAttempt = System.nanoTime();

    private volatile boolean leaving;
    private volatile boolean live;
    private volatile boolean closing;
    private volatile @Nullable SocketModeClient client;

    SocketLine(String appToken, Slack slack, WebApi api, HomeSearch homes, Crew crew) {
        this.slack = slack;
        this.appToken = appToken;
        this.api = api;
        this.homes = homes;
        this.crew = crew;
    }

    void start() {
        watch.execute(this::look);
    }

    boolean live() {
        return live;
    }

    /** Nothing that goes wrong here may end the watch. */
    private void look() {
        lookOnce();
        Executor later = CompletableFuture.delayedExecutor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS, watch);
        if (!closing) later.execute(this::look);
    }

    private void lookOnce() {
        if (closing) return;
        try {
            boolean alive = isAlive();
            live = alive;
            boolean due = System.nanoTime() - nextAttempt >= 0;
            if (alive && !leaving) allIsWell(due);
            else if (due) attempt();
        } catch (Throwable unexpected) {
            log.error("The watch over the connection stumbled", unexpected);
            notBefore(Setbacks.LONGEST);
        }
    }

    /** A connection that does not last as long as the pause before it would have been counts as none. */
    private void allIsWell(boolean lasts) {
        if (lasts) setbacks.over(LINE);
    }

    private void attempt() throws IOException, URISyntaxException {
        int times = setbacks.another(LINE);
        try {
            connect();
            leaving = false;
            live = true;
            notBefore(Setbacks.pause(Math.min(times, SHORT_LIVED)));
        } catch (SlackFailure failure) {
            Duration pause = failure.retryAfter().orElseGet(() -> Setbacks.pause(times));
            log.warn("No connection to Slack ({}); next attempt in {} s", failure.getMessage(), pause.toSeconds());
            notBefore(pause);
        }
    }

    private void notBefore(Duration pause) {
        nextAttempt = System.nanoTime() + pause.toNanos();
    }

    /** Slack is about to end the connection; until it does, or another one stands, the old one is served. */
    private void leave() {
        leaving = true;
        try {
            watch.execute(this::lookOnce);
        } catch (RejectedExecutionException closed) {
            log.debug("Slack ends a connection that is being closed");
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
        homes.home();
        String address = api.callAsApp(ApiMethod.CONNECTIONS_OPEN).path("url").asText();
        SocketModeClient connecting = clientFor(address);
        connecting.connect(); // says nothing when it fails
        if (!connecting.verifyConnection())
            throw new SlackFailure(ApiMethod.CONNECTIONS_OPEN, SlackError.AWAY, "the socket did not open", null);
        log.info("Connected to Slack");
    }

    private SocketModeClient clientFor(String address) throws URISyntaxException {
        SocketModeClient current = client;
        if (current == null) {
            current = new SocketModeClientTyrusImpl(
                    slack, appToken, address, READERS, new Mail(this::leave), false, false, 0);
            crew.serve(current);
            client = current;
        } else {
            current.setWssUri(new URI(address));
        }
        return current;
    }

    /** Opens no connection any more. */
    void keepWhatIsOpen() {
        closing = true;
        Drain.of(watch, DRAIN);
    }

    /** For good; to be called when there is nothing left to acknowledge. */
    void hangUp() {
        SocketModeClient last = client;
        if (last != null) hangUp(last);
        live = false;
    }

    private static void hangUp(SocketModeClient last) {
        try {
            last.setAutoReconnectEnabled(false);
            last.close();
            last.getMessageProcessorExecutor().awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException alreadyGone) {
            log.debug("The socket was gone already");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
