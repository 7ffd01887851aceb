package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.delivery.Ack.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Brings envelopes to the app: over a socket while one is open, else to its request URL; events again if need be. */
final class DeliveryRouter {

    /** When an event without ack is sent again: at once, after a minute, after five (slack.md 2.3). */
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
                .map(deliveryTransport -> deliveryFaults.deliver(envelope, deliveryTransport))
                .orElseGet(() -> CompletableFuture.completedFuture(Ack.failed(Outcome.NOT_DISPATCHED, 0)));
    }

    /** Delivers an event, and again while nobody acknowledges it; completes with the first attempt's ack. */
    CompletableFuture<Ack> deliverEvent(Envelope envelope) {
        CompletableFuture<Ack> first = deliver(envelope);
        return first.whenComplete((ack, never) -> retryIfNeeded(envelope, ack));
    }

    private void retryIfNeeded(Envelope envelope, Ack ack) {
        int attempt = envelope.retry().attempt();
        boolean over = ack.isAcked() || ack.outcome() == Outcome.HTTP_ERROR_NO_RETRY || attempt >= RETRY_DELAYS.size();
        if (over) return;
        timers.schedule(
                RETRY_DELAYS.get(attempt),
                () -> redeliver(envelope.nextAttempt(ack.outcome().retryReason())));
    }

    private void redeliver(Envelope envelope) {
        var unused = deliverEvent(envelope);
    }
}
