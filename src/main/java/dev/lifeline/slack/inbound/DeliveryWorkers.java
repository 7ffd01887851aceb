package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.response.Response;
import com.slack.api.socket_mode.SocketModeClient;
import dev.lifeline.slack.webapi.ExecutorShutdown;
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
public final class DeliveryWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);
    private static final int WORKER_THREADS = 10;
    private static final int MAX_QUEUED_DELIVERIES = 100;

    private final DeliveryDispatcher dispatcher;
    private final ObjectMapper json;
    private final ThreadPoolExecutor workers = newExecutor(WORKER_THREADS, "slack-delivery");

    /** They post that there is no room, where the acknowledgement cannot say so. */
    private final ThreadPoolExecutor busyReplyWorkers = newExecutor(2, "slack-busy-reply");

    public DeliveryWorkers(DeliveryDispatcher dispatcher, ObjectMapper json) {
        this.dispatcher = dispatcher;
        this.json = json;
    }

    private static ThreadPoolExecutor newExecutor(int count, String name) {
        return new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_QUEUED_DELIVERIES),
                work -> new Thread(work, name));
    }

    void listenTo(SocketModeClient client) {
        client.addWebSocketMessageListener(
                message -> Envelope.parse(message, json).ifPresent(envelope -> submit(envelope, client)));
    }

    private void submit(Envelope envelope, SocketModeClient client) {
        try {
            workers.execute(() -> acknowledge(envelope, dispatcher.dispatch(envelope.payload()), client));
        } catch (RejectedExecutionException full) {
            rejectBusy(envelope, client);
        }
    }

    /** Runs on the thread that reads the socket, so nothing here may wait. */
    private void rejectBusy(Envelope envelope, SocketModeClient client) {
        Optional<Response> atOnce = dispatcher.busyAcknowledgement(envelope.payload());
        try {
            if (atOnce.isPresent()) acknowledge(envelope, atOnce.get(), client);
            else
                busyReplyWorkers.execute(() -> acknowledge(envelope, dispatcher.replyBusy(envelope.payload()), client));
        } catch (RejectedExecutionException evenThat) {
            LOG.warn("No room to say so, either: Slack shows its own sign of failure");
        }
    }

    /** What was taken in is on disk: an acknowledgement that does not get through costs an error sign, not the work. */
    private void acknowledge(Envelope envelope, Response answer, SocketModeClient client) {
        if (answer.getStatusCode() != 200) return;
        try {
            client.sendSocketModeResponse(envelope.acknowledgement(answer, json));
        } catch (RuntimeException lost) {
            LOG.warn("An acknowledgement was lost with the connection", lost);
        }
    }

    @Override
    public void close() {
        ExecutorShutdown.shutdownAndAwaitTermination(workers, SHUTDOWN_GRACE);
        ExecutorShutdown.shutdownAndAwaitTermination(busyReplyWorkers, SHUTDOWN_GRACE);
    }
}
