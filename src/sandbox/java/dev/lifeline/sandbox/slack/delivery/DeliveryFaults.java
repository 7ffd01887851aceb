package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.fault.Faults.InjectedFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What may happen to an envelope on its way, whichever way that is: doubled, late or lost, or its ack is. */
record DeliveryFaults(Faults faults, Timers timers) {

    private static final List<Fault> TRANSIT_FAULTS =
            List.of(Fault.DUPLICATE_ENVELOPE, Fault.DELAY_ENVELOPE, Fault.LOSE_ENVELOPE, Fault.LOSE_ACK);

    CompletableFuture<Ack> deliver(Envelope packed, DeliveryTransport deliveryTransport) {
        boolean twofold =
                packed.isBlockActions() && takeFault(packed, List.of(Fault.TWO_ACTIONS)).isPresent();
        Envelope envelope = twofold ? packed.withDuplicatedAction() : packed;
        Optional<InjectedFault> injectedFault = takeFault(envelope, TRANSIT_FAULTS);
        if (injectedFault.isEmpty()) return deliveryTransport.deliver(envelope);
        return switch (injectedFault.get().fault()) {
            case LOSE_ENVELOPE -> ackTimeout();
            case LOSE_ACK -> deliverLosingAck(envelope, deliveryTransport);
            case DELAY_ENVELOPE ->
                deliverDelayed(envelope, deliveryTransport, Duration.ofSeconds(injectedFault.get().delaySeconds()));
            default -> deliveryTransport.deliver(envelope).applyToEither(deliveryTransport.deliver(envelope), ack -> ack);
        };
    }

    private Optional<InjectedFault> takeFault(Envelope envelope, List<Fault> among) {
        return faults.takeMatching(envelope.type().wireName(), Optional.empty(), among);
    }

    private CompletableFuture<Ack> ackTimeout() {
        CompletableFuture<Ack> over = new CompletableFuture<>();
        Ack none = Ack.failed(Ack.Outcome.TIMED_OUT, DeliveryTransport.ACK_TIMEOUT.toMillis());
        timers.schedule(DeliveryTransport.ACK_TIMEOUT, () -> over.complete(none));
        return over;
    }

    private CompletableFuture<Ack> deliverLosingAck(Envelope envelope, DeliveryTransport deliveryTransport) {
        var unused = deliveryTransport.deliver(envelope);
        return ackTimeout();
    }

    private CompletableFuture<Ack> deliverDelayed(Envelope envelope, DeliveryTransport deliveryTransport, Duration delay) {
        CompletableFuture<Ack> delayed = new CompletableFuture<>();
        timers.schedule(delay, () -> {
            var unused = deliveryTransport.deliver(envelope).thenAccept(delayed::complete);
        });
        return delayed.applyToEither(ackTimeout(), ack -> ack);
    }
}
