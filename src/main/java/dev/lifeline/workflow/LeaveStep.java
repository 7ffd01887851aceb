package dev.lifeline.workflow;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.rescue.Ending;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.LaunchOutcome;
import dev.lifeline.rescue.Leaving;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueKernel.ReadyOrder;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Leave;
import dev.lifeline.rescue.Stage.Returning;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ordered end of a rescue: rights are read once more, the one order is claimed on disk, and only then it is sent. */
final class LeaveStep {

    private static final Logger LOG = LoggerFactory.getLogger(LeaveStep.class);

    private final Bench bench;

    LeaveStep(Bench bench) {
        this.bench = bench;
    }

    void take(RescueRequest request, InRescue in) {
        Instant now = bench.clock().instant();
        try {
            checked(request, in.leave().orElseThrow(), now);
        } catch (ProviderUnreachable away) {
            LOG.warn("request {} waits: {}", request.id(), away.getMessage());
            Leaving.postponed(request, bench.again()).ifPresent(bench::write);
        }
    }

    private void checked(RescueRequest request, Leave leave, Instant now) {
        Optional<Move.Moved> objected = objection(request, leave);
        if (objected.isPresent()) {
            bench.write(objected.get());
            return;
        }
        Optional<Inspection> seen = bench.devices().inspect(request.device().id());
        if (seen.isEmpty())
            bench.write(request.close(Ending.VANISHED, "not visible before its return", now, new Happening.Vanished()));
        else giveBack(request, leave, seen.get());
    }

    private Optional<Move.Moved> objection(RescueRequest request, Leave leave) {
        Optional<Objection> objection = bench.access()
                .may(leave.by().person(), Deed.RETURN, request.device().id())
                .refusal();
        if (objection.isEmpty()) return Optional.empty();
        return objection.get() instanceof Objection.CannotTell
                ? Leaving.postponed(request, bench.again())
                : Leaving.dropped(request, new Happening.NotAllowedAnyMore(objection.get()));
    }

    private void giveBack(RescueRequest request, Leave leave, Inspection seen) {
        boolean image = seen.condition().bootImage().isPresent();
        ReadyOrder order = bench.kernel().toReturn(seen.device(), image, leave.hard());
        RescueRequest found = Leaving.found(request, seen.condition());
        Instant sentAt = bench.clock().instant();
        Optional<Move.Moved> claim = Leaving.claim(found, sentAt);
        if (claim.isEmpty() || !bench.write(claim.get())) return;
        LOG.info("request {}: giving back {}", request.id(), request.device().id());
        LaunchOutcome outcome = order.send();
        LOG.info("request {}: the provider answered {}", request.id(), outcome);
        fold(found, sentAt, outcome, postponed(seen, outcome));
    }

    /** Bare metal rests after each power command; where the provider says when the last one was, it is known for how long. */
    private Happening.LeavePostponed postponed(Inspection seen, LaunchOutcome outcome) {
        Instant now = bench.clock().instant();
        Optional<Instant> open = Optional.of(outcome)
                .filter(LaunchOutcome.Busy.class::isInstance)
                .flatMap(busy -> seen.condition().lastPowerCommand())
                .map(last -> last.plus(bench.cadence().window()))
                .filter(now::isBefore);
        return open.map(until -> new Happening.LeavePostponed(until, Optional.of(Duration.between(now, until))))
                .orElseGet(() -> new Happening.LeavePostponed(bench.again()));
    }

    /** The watch may have seen the return before its answer came, or given up waiting for it: then the answer is no news any more. */
    private void fold(RescueRequest before, Instant sentAt, LaunchOutcome outcome, Happening.LeavePostponed later) {
        InRescue in = (InRescue) before.stage();
        boolean done = false;
        while (!done)
            done = bench.requests()
                    .find(before.id())
                    .filter(found -> found.stage() instanceof Returning sent
                            && sent.sentAt().equals(sentAt))
                    .map(found -> bench.write(Leaving.fold(
                            found, in, outcome, later, bench.clock().instant())))
                    .orElse(true);
    }
}
