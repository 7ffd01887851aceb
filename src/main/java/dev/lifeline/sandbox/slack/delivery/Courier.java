package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.delivery.Ack.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Brings envelopes to the app: over a socket while one is open, else to its request URL; events again if need be. */
final class Courier {

    /** When an event without ack is sent again: at once, after a minute, after five (slack.md 2.3). */
    private static final List<Duration> AGAIN_AFTER =
            List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final List<Carrier> carriers;
    private final Mishaps mishaps;
    private final Alarms alarms;

    Courier(List<Carrier> carriers, Mishaps mishaps, Alarms alarms) {
        this.carriers = List.copyOf(carriers);
        this.mishaps = mishaps;
        this.alarms = alarms;
    }

    CompletableFuture<Ack> deliver(Envelope envelope) {
        return carriers.stream()
                .filter(Carrier::ready)
                .findFirst()
                .map(carrier -> mishaps.carry(envelope, carrier))
                .orElseGet(() -> CompletableFuture.completedFuture(Ack.failed(Outcome.NOT_DISPATCHED, 0)));
    }

    /** Delivers an event, and again while nobody acknowledges it; completes with the first attempt's ack. */
    CompletableFuture<Ack> deliverEvent(Envelope envelope) {
        CompletableFuture<Ack> first = deliver(envelope);
        return first.whenComplete((ack, never) -> again(envelope, ack));
    }

    private void again(Envelope envelope, Ack ack) {
        int attempt = envelope.retry().attempt();
        boolean over = ack.acked() || ack.outcome() == Outcome.REFUSED_FOR_GOOD || attempt >= AGAIN_AFTER.size();
        if (over) return;
        alarms.after(
                AGAIN_AFTER.get(attempt),
                () -> repeat(envelope.again(ack.outcome().retryReason())));
    }

    private void repeat(Envelope envelope) {
        var unused = deliverEvent(envelope);
    }
}
