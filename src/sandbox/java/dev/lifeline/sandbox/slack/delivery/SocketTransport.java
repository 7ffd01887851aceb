package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.util.concurrent.CompletableFuture;

/** Sends each envelope over one of the open sockets (src/docs/platform/slack.md, section What the fake must speak). */
record SocketTransport(Sockets sockets, PendingAcks pendingAcks) implements DeliveryTransport {

    @Override
    public boolean isAvailable() {
        return sockets.count() > 0;
    }

    @Override
    public CompletableFuture<Ack> deliver(Envelope envelope) {
        CompletableFuture<Ack> ack = pendingAcks.register(envelope.id());
        sockets.pick().ifPresent(socket -> socket.send(frame(envelope)));
        return ack;
    }

    private static ObjectNode frame(Envelope envelope) {
        ObjectNode frame = Json.object(
                "envelope_id", envelope.id(),
                "type", envelope.type().wireName(),
                "accepts_response_payload", envelope.type().acceptsResponsePayload(),
                "payload", envelope.payload());
        if (envelope.type() != Envelope.Type.EVENTS_API) return frame;
        return frame.put("retry_attempt", envelope.retry().attempt())
                .put("retry_reason", envelope.retry().reason());
    }
}
