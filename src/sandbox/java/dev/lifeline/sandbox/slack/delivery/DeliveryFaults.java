package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.fault.Faults.InjectedFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Applies injected faults to an envelope on its way: duplicated, delayed or lost, or its ack lost. Used for both transports. */
record DeliveryFaults(Faults faults, Timers timers) {

    private static final List<Fault> TRANSIT_FAULTS =
            List.of(Fault.DUPLICATE_ENVELOPE, Fault.DELAY_ENVELOPE, Fault.LOSE_ENVELOPE, Fault.LOSE_ACK, Fault.STALE_ENVELOPE);

    CompletableFuture<Ack> deliver(Envelope original, DeliveryTransport transport) {
        boolean duplicateAction =
                original.isBlockActions() && takeFault(original, List.of(Fault.TWO_ACTIONS)).isPresent();
        Envelope envelope = duplicateAction ? original.withDuplicatedAction() : original;
        Optional<InjectedFault> injectedFault = takeFault(envelope, TRANSIT_FAULTS);
        if (injectedFault.isEmpty()) return transport.deliver(envelope);
        return switch (injectedFault.get().fault()) {
            case LOSE_ENVELOPE -> ackTimeout();
            case LOSE_ACK -> deliverLosingAck(envelope, transport);
            case DELAY_ENVELOPE ->
                deliverDelayed(envelope, transport, Duration.ofSeconds(injectedFault.get().delaySeconds()));
            case STALE_ENVELOPE ->
                transport.deliver(
                        envelope.agedBy(Duration.ofSeconds(injectedFault.get().delaySeconds())));
            default -> transport.deliver(envelope).applyToEither(transport.deliver(envelope), ack -> ack);
        };
    }

    private Optional<InjectedFault> takeFault(Envelope envelope, List<Fault> candidates) {
        return faults.takeMatching(envelope.type().wireName(), Optional.empty(), candidates);
    }

    private CompletableFuture<Ack> ackTimeout() {
        CompletableFuture<Ack> result = new CompletableFuture<>();
        Ack timedOut = Ack.failed(Ack.Outcome.TIMED_OUT, DeliveryTransport.ACK_TIMEOUT.toMillis());
        timers.schedule(DeliveryTransport.ACK_TIMEOUT, () -> result.complete(timedOut));
        return result;
    }

    private CompletableFuture<Ack> deliverLosingAck(Envelope envelope, DeliveryTransport transport) {
        var unused = transport.deliver(envelope);
        return ackTimeout();
    }

    private CompletableFuture<Ack> deliverDelayed(Envelope envelope, DeliveryTransport transport, Duration delay) {
        CompletableFuture<Ack> delayed = new CompletableFuture<>();
        timers.schedule(delay, () -> {
            var unused = transport.deliver(envelope).thenAccept(delayed::complete);
        });
        return delayed.applyToEither(ackTimeout(), ack -> ack);
    }
}
