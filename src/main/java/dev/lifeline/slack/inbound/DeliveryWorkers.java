package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.response.Response;
import com.slack.api.socket_mode.SocketModeClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes Socket Mode deliveries on 10 threads with a queue of 100, because Bolt's default is a single thread with an unbounded queue
 * (src/docs/platform/slack.md, section Threads: the default is ONE thread). A delivery that finds the queue full, or waited in it for a
 * second, gets the busy reply. Thread-safe.
 */
public final class DeliveryWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);
    private static final int WORKER_THREADS = 10;
    private static final int MAX_QUEUED_DELIVERIES = 100;

    /** Storing takes another second at most, and Slack waits for three. */
    private static final Duration MAX_QUEUE_WAIT = Duration.ofSeconds(1);

    private final DeliveryDispatcher dispatcher;
    private final ObjectMapper json;
    private final LongSupplier nanoClock;
    private final BoundedPool workers = newPool(WORKER_THREADS, "slack-delivery");

    /** Parses what finds the queue full, and acknowledges with the busy reply. */
    private final BoundedPool busyWorker = newPool(1, "slack-busy");

    /** Send the busy reply when the acknowledgement cannot carry it. */
    private final BoundedPool busyReplyWorkers = newPool(2, "slack-busy-reply");

    /** @param nanoClock monotonic, in nanoseconds */
    public DeliveryWorkers(DeliveryDispatcher dispatcher, ObjectMapper json, LongSupplier nanoClock) {
        this.dispatcher = dispatcher;
        this.json = json;
        this.nanoClock = nanoClock;
    }

    private static BoundedPool newPool(int threads, String name) {
        return new BoundedPool(threads, MAX_QUEUED_DELIVERIES, name);
    }

    /** Processes what the client receives. */
    void listenTo(SocketModeClient client) {
        client.addWebSocketMessageListener(message -> submit(message, client));
    }

    /** Runs on the thread that reads the socket, so nothing here may block, nor look into the message. */
    private void submit(String message, SocketModeClient client) {
        long receivedNanos = nanoClock.getAsLong();
        boolean accepted = workers.tryExecute(
                () -> Envelope.parse(message, json).ifPresent(envelope -> process(envelope, receivedNanos, client)));
        if (!accepted) submitBusy(message, client);
    }

    private void process(Envelope envelope, long receivedNanos, SocketModeClient client) {
        if (nanoClock.getAsLong() - receivedNanos > MAX_QUEUE_WAIT.toNanos()) rejectBusy(envelope, client);
        else acknowledge(envelope, dispatcher.dispatch(envelope.payload()), client);
    }

    private void submitBusy(String message, SocketModeClient client) {
        boolean accepted = busyWorker.tryExecute(
                () -> Envelope.parse(message, json).ifPresent(envelope -> rejectBusy(envelope, client)));
        if (!accepted) LOG.warn("Busy queue full, delivery left unacknowledged");
    }

    private void rejectBusy(Envelope envelope, SocketModeClient client) {
        Optional<Response> immediate = dispatcher.busyAcknowledgement(envelope.payload());
        if (immediate.isPresent()) acknowledge(envelope, immediate.get(), client);
        else replyBusy(envelope, client);
    }

    private void replyBusy(Envelope envelope, SocketModeClient client) {
        boolean accepted = busyReplyWorkers.tryExecute(
                () -> acknowledge(envelope, dispatcher.replyBusy(envelope.payload()), client));
        if (!accepted) LOG.warn("Busy-reply queue full, delivery left unacknowledged");
    }

    /** The interaction is stored by now: an acknowledgement that is lost makes Slack show an error, and loses no work. */
    private void acknowledge(Envelope envelope, Response response, SocketModeClient client) {
        if (response.getStatusCode() != 200) return;
        try {
            client.sendSocketModeResponse(envelope.acknowledgement(response, json));
        } catch (RuntimeException e) {
            LOG.warn("Acknowledgement not sent, connection lost", e);
        }
    }

    @Override
    public void close() {
        workers.close();
        busyWorker.close();
        busyReplyWorkers.close();
    }
}
