package dev.lifeline.slack;

import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private static final String LINE = "line";

    private final Slack slack;
    private final String appToken;
    private final WebApi api;
    private final HomeSearch homes;
    private final Crew crew;
    private final Setbacks setbacks = new Setbacks();
    private final ExecutorService watch = Executors.newSingleThreadExecutor(work -> new Thread(work, "slack-line"));

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
        Duration pause = Setbacks.LONGEST;
        try {
            pause = looked();
        } catch (Throwable unexpected) {
            log.error("The watch over the connection stumbled", unexpected);
        }
        Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, watch);
        if (!closing) later.execute(this::look);
    }

    /** How long all is well, or how long to wait before the next attempt. */
    private Duration looked() throws IOException, URISyntaxException {
        if (isAlive()) {
            setbacks.over(LINE);
            return LOOK_EVERY;
        }
        live = false;
        int times = setbacks.another(LINE); // counts for a connection that opens and does not last, too
        try {
            connect();
            live = true;
            return Setbacks.pause(times);
        } catch (SlackFailure failure) {
            Duration pause = failure.retryAfter().orElseGet(() -> Setbacks.pause(times));
            log.warn("No connection to Slack ({}); next attempt in {} s", failure.getMessage(), pause.toSeconds());
            return pause;
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
                    slack, appToken, address, READERS, new ConcurrentLinkedMessageQueue(), false, false, 0);
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
            last.disconnect(); // once more: a reader may just have followed Slack to a new connection
        } catch (IOException alreadyGone) {
            log.debug("The socket was gone already");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
