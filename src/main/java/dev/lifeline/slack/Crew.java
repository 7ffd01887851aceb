package dev.lifeline.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.response.Response;
import com.slack.api.socket_mode.SocketModeClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who takes in what the socket delivers? Several at once, since Bolt alone would take one at a time (slack.md 2.2), with a bounded
 * queue: who would wait too long is told so.
 */
final class Crew implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Crew.class);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int HANDS = 10;
    private static final int QUEUE = 100;

    private final Doorstep doorstep;
    private final ObjectMapper json;
    private final ThreadPoolExecutor hands = threads(HANDS, "slack-door");

    /** They post that there is no room, where the acknowledgement cannot say so. */
    private final ThreadPoolExecutor apologizing = threads(2, "slack-door-busy");

    Crew(Doorstep doorstep, ObjectMapper json) {
        this.doorstep = doorstep;
        this.json = json;
    }

    private static ThreadPoolExecutor threads(int count, String name) {
        return new ThreadPoolExecutor(
                count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), work -> new Thread(work, name));
    }

    void serve(SocketModeClient client) {
        client.addWebSocketMessageListener(
                message -> Envelope.read(message, json).ifPresent(envelope -> take(envelope, client)));
    }

    private void take(Envelope envelope, SocketModeClient client) {
        try {
            hands.execute(() -> acknowledge(envelope, doorstep.answer(envelope.payload()), client));
        } catch (RejectedExecutionException full) {
            turnAway(envelope, client);
        }
    }

    /** Runs on the thread that reads the socket, so nothing here may wait. */
    private void turnAway(Envelope envelope, SocketModeClient client) {
        Optional<Response> atOnce = doorstep.turnedAway(envelope.payload());
        try {
            if (atOnce.isPresent()) acknowledge(envelope, atOnce.get(), client);
            else apologizing.execute(() -> acknowledge(envelope, doorstep.toldOff(envelope.payload()), client));
        } catch (RejectedExecutionException evenThat) {
            log.warn("No room to say so, either: Slack shows its own sign of failure");
        }
    }

    /** What was taken in is on disk: an acknowledgement that does not get through costs an error sign, not the work. */
    private void acknowledge(Envelope envelope, Response answer, SocketModeClient client) {
        if (answer.getStatusCode() != 200) return;
        try {
            client.sendSocketModeResponse(envelope.acknowledged(answer, json));
        } catch (RuntimeException lost) {
            log.warn("An acknowledgement was lost with the connection", lost);
        }
    }

    @Override
    public void close() {
        Drain.of(hands, DRAIN);
        Drain.of(apologizing, DRAIN);
    }
}
