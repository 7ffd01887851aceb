package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.fault.Faults.Strike;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What may happen to an envelope on its way, whichever way that is: doubled, late or lost, or its ack is. */
record Mishaps(Faults faults, Alarms alarms) {

    private static final List<Fault> ON_THE_WAY =
            List.of(Fault.DUPLICATE_ENVELOPE, Fault.DELAY_ENVELOPE, Fault.LOSE_ENVELOPE, Fault.LOSE_ACK);

    CompletableFuture<Ack> carry(Envelope packed, Carrier carrier) {
        boolean twofold =
                packed.press() && strikes(packed, List.of(Fault.TWO_ACTIONS)).isPresent();
        Envelope envelope = twofold ? packed.withTwoActions() : packed;
        Optional<Strike> strike = strikes(envelope, ON_THE_WAY);
        if (strike.isEmpty()) return carrier.carry(envelope);
        return switch (strike.get().fault()) {
            case LOSE_ENVELOPE -> patienceEnds();
            case LOSE_ACK -> unheard(envelope, carrier);
            case DELAY_ENVELOPE ->
                later(envelope, carrier, Duration.ofSeconds(strike.get().seconds()));
            default -> carrier.carry(envelope).applyToEither(carrier.carry(envelope), ack -> ack);
        };
    }

    private Optional<Strike> strikes(Envelope envelope, List<Fault> among) {
        return faults.strike(envelope.kind().word(), Optional.empty(), among);
    }

    private CompletableFuture<Ack> patienceEnds() {
        CompletableFuture<Ack> over = new CompletableFuture<>();
        Ack none = Ack.failed(Ack.Outcome.TIMED_OUT, Carrier.PATIENCE.toMillis());
        alarms.after(Carrier.PATIENCE, () -> over.complete(none));
        return over;
    }

    private CompletableFuture<Ack> unheard(Envelope envelope, Carrier carrier) {
        var unused = carrier.carry(envelope);
        return patienceEnds();
    }

    private CompletableFuture<Ack> later(Envelope envelope, Carrier carrier, Duration delay) {
        CompletableFuture<Ack> delayed = new CompletableFuture<>();
        alarms.after(delay, () -> {
            var unused = carrier.carry(envelope).thenAccept(delayed::complete);
        });
        return delayed.applyToEither(patienceEnds(), ack -> ack);
    }
}
