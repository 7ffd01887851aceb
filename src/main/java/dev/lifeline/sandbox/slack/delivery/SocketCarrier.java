package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.world.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Socket Mode: one envelope to one of the open sockets (slack.md 3.3). */
final class SocketCarrier implements Carrier {

    private static final List<Fault> ON_THE_WAY =
            List.of(Fault.DUPLICATE_ENVELOPE, Fault.DELAY_ENVELOPE, Fault.LOSE_ENVELOPE);

    private final Sockets sockets;
    private final PendingAcks pending;
    private final Faults faults;
    private final Alarms alarms;

    SocketCarrier(Sockets sockets, PendingAcks pending, Faults faults, Alarms alarms) {
        this.sockets = sockets;
        this.pending = pending;
        this.faults = faults;
        this.alarms = alarms;
    }

    @Override
    public boolean ready() {
        return sockets.count() > 0;
    }

    @Override
    public CompletableFuture<Ack> carry(Envelope envelope) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Ack> ack = pending.await(id);
        send(frame(id, envelope), envelope);
        return ack;
    }

    private void send(ObjectNode frame, Envelope envelope) {
        Optional<Faults.Strike> strike = faults.strike(envelope.kind().word(), Optional.empty(), ON_THE_WAY);
        Fault fault = strike.map(Faults.Strike::fault).orElse(Fault.NO_HELLO);
        switch (fault) {
            case LOSE_ENVELOPE -> {}
            case DELAY_ENVELOPE ->
                alarms.after(
                        Duration.ofSeconds(strike.map(Faults.Strike::seconds).orElse(0)), () -> toOne(frame));
            case DUPLICATE_ENVELOPE -> {
                toOne(frame);
                toOne(frame);
            }
            default -> toOne(frame);
        }
    }

    private void toOne(ObjectNode frame) {
        sockets.pick().ifPresent(socket -> socket.send(frame));
    }

    private static ObjectNode frame(String id, Envelope envelope) {
        ObjectNode frame = Json.object(
                "envelope_id", id,
                "type", envelope.kind().word(),
                "accepts_response_payload", envelope.kind().acceptsResponse(),
                "payload", envelope.payload());
        if (envelope.kind() != Envelope.Kind.EVENTS_API) return frame;
        return frame.put("retry_attempt", envelope.retry().attempt())
                .put("retry_reason", envelope.retry().reason());
    }
}
