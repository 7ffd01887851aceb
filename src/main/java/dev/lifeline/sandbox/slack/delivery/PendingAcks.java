package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Which envelopes still want their ack? It may come over any of the app's connections (slack.md 2.3). */
final class PendingAcks {

    private record Pending(Instant since, CompletableFuture<Ack> ack) {}

    private final Map<String, Pending> waiting = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Alarms alarms;

    PendingAcks(InstantSource clock, Alarms alarms) {
        this.clock = clock;
        this.alarms = alarms;
    }

    CompletableFuture<Ack> await(String envelopeId) {
        Pending pending =
                waiting.computeIfAbsent(envelopeId, ignored -> new Pending(clock.instant(), new CompletableFuture<>()));
        alarms.after(Carrier.PATIENCE, () -> settle(envelopeId, Ack.Outcome.TIMED_OUT, Optional.empty()));
        return pending.ack();
    }

    /** A frame from the app; a late or unknown ack is for nobody. */
    void heard(JsonNode frame) {
        Optional<JsonNode> payload = Optional.ofNullable(frame.get("payload"))
                .filter(node -> !node.isNull() && !(node.isObject() && node.isEmpty()));
        Json.text(frame, "envelope_id").ifPresent(id -> settle(id, Ack.Outcome.ACKED, payload));
    }

    private void settle(String envelopeId, Ack.Outcome outcome, Optional<JsonNode> payload) {
        Pending pending = waiting.remove(envelopeId);
        if (pending == null) return;
        long millis = Duration.between(pending.since(), clock.instant()).toMillis();
        var unused = pending.ack().completeAsync(() -> new Ack(outcome, payload, millis, 0));
    }
}
