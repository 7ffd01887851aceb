package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.delivery.Ack.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Sends envelopes to the app: over a socket while one is open, else to its request URL; repeats events that were not
 * acknowledged.
 */
final class DeliveryRouter {

    /**
     * Delays before an unacknowledged event is sent again: at once, after a minute, after five (src/docs/platform/slack.md,
     * section Socket Mode connections).
     */
    private static final List<Duration> RETRY_DELAYS =
            List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final List<DeliveryTransport> transports;
    private final DeliveryFaults deliveryFaults;
    private final Timers timers;

    DeliveryRouter(List<DeliveryTransport> transports, DeliveryFaults deliveryFaults, Timers timers) {
        this.transports = List.copyOf(transports);
        this.deliveryFaults = deliveryFaults;
        this.timers = timers;
    }

    CompletableFuture<Ack> deliver(Envelope envelope) {
        return transports.stream()
                .filter(DeliveryTransport::isAvailable)
                .findFirst()
                .map(transport -> deliveryFaults.deliver(envelope, transport))
                .orElseGet(() -> CompletableFuture.completedFuture(Ack.failed(Outcome.NOT_DISPATCHED, 0)));
    }

    /**
     * Delivers an event and repeats it while no ack arrives, at most three times; completes with the first attempt's ack.
     *
     * @param onAttempt receives the ack of each attempt
     */
    CompletableFuture<Ack> deliverEvent(Envelope envelope, Consumer<Ack> onAttempt) {
        CompletableFuture<Ack> first = deliver(envelope);
        return first.whenComplete((ack, failure) -> {
            onAttempt.accept(ack);
            retryIfNeeded(envelope, ack, onAttempt);
        });
    }

    private void retryIfNeeded(Envelope envelope, Ack ack, Consumer<Ack> onAttempt) {
        int attempt = envelope.retry().attempt();
        boolean done = ack.isAcked() || ack.outcome() == Outcome.HTTP_ERROR_NO_RETRY || attempt >= RETRY_DELAYS.size();
        if (done) return;
        timers.schedule(
                RETRY_DELAYS.get(attempt),
                () -> redeliver(envelope.nextAttempt(ack.outcome().retryReason()), onAttempt));
    }

    private void redeliver(Envelope envelope, Consumer<Ack> onAttempt) {
        var unused = deliverEvent(envelope, onAttempt);
    }
}
