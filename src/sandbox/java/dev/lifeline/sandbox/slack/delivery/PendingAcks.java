package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Socket Mode envelopes that wait for their ack, which may come over any of the app's connections
 * (src/docs/platform/slack.md, section Socket Mode connections). Thread-safe.
 */
final class PendingAcks {

    private record PendingAck(Instant sentAt, CompletableFuture<Ack> ack) {}

    private final Map<String, PendingAck> pendingByEnvelopeId = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Timers timers;

    PendingAcks(InstantSource clock, Timers timers) {
        this.clock = clock;
        this.timers = timers;
    }

    CompletableFuture<Ack> register(String envelopeId) {
        PendingAck pendingAck =
                pendingByEnvelopeId.computeIfAbsent(envelopeId, ignored -> new PendingAck(clock.instant(), new CompletableFuture<>()));
        timers.schedule(DeliveryTransport.ACK_TIMEOUT, () -> complete(envelopeId, Ack.Outcome.TIMED_OUT, Optional.empty()));
        return pendingAck.ack();
    }

    /** Handles a frame from the app; an ack that is late or unknown is ignored. */
    void onFrame(JsonNode frame) {
        Optional<JsonNode> payload = Optional.ofNullable(frame.get("payload"))
                .filter(node -> !node.isNull() && !(node.isObject() && node.isEmpty()));
        Json.nonEmptyText(frame, "envelope_id").ifPresent(id -> complete(id, Ack.Outcome.ACKED, payload));
    }

    private void complete(String envelopeId, Ack.Outcome outcome, Optional<JsonNode> payload) {
        PendingAck pendingAck = pendingByEnvelopeId.remove(envelopeId);
        if (pendingAck == null) return;
        long millis = Duration.between(pendingAck.sentAt(), clock.instant()).toMillis();
        var unused = pendingAck.ack().completeAsync(() -> new Ack(outcome, payload, millis, 0));
    }
}
