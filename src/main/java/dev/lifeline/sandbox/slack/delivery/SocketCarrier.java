package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Json;
import java.util.concurrent.CompletableFuture;

/** Socket Mode: one envelope to one of the open sockets (slack.md 3.3). */
record SocketCarrier(Sockets sockets, PendingAcks pending) implements Carrier {

    @Override
    public boolean ready() {
        return sockets.count() > 0;
    }

    @Override
    public CompletableFuture<Ack> carry(Envelope envelope) {
        CompletableFuture<Ack> ack = pending.await(envelope.id());
        sockets.pick().ifPresent(socket -> socket.send(frame(envelope)));
        return ack;
    }

    private static ObjectNode frame(Envelope envelope) {
        ObjectNode frame = Json.object(
                "envelope_id", envelope.id(),
                "type", envelope.kind().word(),
                "accepts_response_payload", envelope.kind().acceptsResponse(),
                "payload", envelope.payload());
        if (envelope.kind() != Envelope.Kind.EVENTS_API) return frame;
        return frame.put("retry_attempt", envelope.retry().attempt())
                .put("retry_reason", envelope.retry().reason());
    }
}
