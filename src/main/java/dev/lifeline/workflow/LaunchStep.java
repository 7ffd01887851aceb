package dev.lifeline.workflow;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.access.Verdict;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Obstacle;
import dev.lifeline.device.Preflight;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Ending;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.Launch;
import dev.lifeline.rescue.LaunchOutcome;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueKernel.ReadyOrder;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Voting;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * May it be launched now, and what did the provider answer? Rights and machine are read once more, the one order is claimed on disk,
 * and only then it is sent (promises P1 and P4).
 */
final class LaunchStep {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchStep.class);

    private final Bench bench;

    LaunchStep(Bench bench) {
        this.bench = bench;
    }

    void take(RescueRequest request, Cleared cleared) {
        Instant now = bench.clock().instant();
        if (Launch.tooLate(request, now)) {
            bench.write(Launch.expired(request, now));
            return;
        }
        try {
            checked(request, cleared, now);
        } catch (ProviderUnreachable away) {
            LOG.warn("request {} waits: {}", request.id(), away.getMessage());
            Launch.postponed(request, bench.again()).ifPresent(bench::write);
        }
    }

    private void checked(RescueRequest request, Cleared cleared, Instant now) {
        Optional<Move.Moved> objected = objection(request, now);
        if (objected.isPresent()) {
            bench.write(objected.get());
            return;
        }
        Optional<Inspection> seen = bench.devices().inspect(request.device().id());
        if (seen.isEmpty())
            bench.write(request.close(Ending.VANISHED, "not visible before the launch", now, new Happening.Vanished()));
        else inspected(request, cleared, seen.get(), now);
    }

    private Optional<Move.Moved> objection(RescueRequest request, Instant now) {
        Requester asked = request.plan().requester();
        Verdict verdict =
                bench.access().may(asked.person(), Deed.LAUNCH, request.device().id());
        Optional<Objection> objection =
                verdict.refusal().or(() -> verdict.allowed().flatMap(user -> relinked(asked, user)));
        if (objection.isEmpty()) return Optional.empty();
        if (objection.get() instanceof Objection.CannotTell) return Launch.postponed(request, bench.again());
        Happening news = new Happening.NotAllowedAnyMore(objection.get());
        return Optional.of(request.close(Ending.REFUSED, objection.get().toString(), now, news));
    }

    /** Others agreed to one cloud user's wish: it is not carried out with another one's rights (promise P5). */
    private static Optional<Objection> relinked(Requester asked, CloudUser now) {
        return now.id().equals(asked.user()) ? Optional.empty() : Optional.of(new Objection.Relinked(now.username()));
    }

    private void inspected(RescueRequest request, Cleared cleared, Inspection seen, Instant now) {
        Optional<Obstacle> obstacle =
                Preflight.obstacle(seen).or(() -> bench.kernel().obstacle(seen.device()));
        Optional<Move.Moved> drifted = Voting.drifted(request, seen, now);
        if (obstacle.isEmpty() && drifted.isPresent()) bench.write(drifted.get());
        else if (obstacle.isEmpty()) launch(request, cleared, seen);
        else if (obstacle.get() instanceof Obstacle.OutstandingTransaction)
            Launch.postponed(request, bench.again()).ifPresent(bench::write);
        else
            bench.write(request.close(
                    Ending.REFUSED, obstacle.get().toString(), now, new Happening.Hindered(obstacle.get())));
    }

    /** Everything that the order needs is known before it is claimed: who dies between the two leaves an order that is never sent. */
    private void launch(RescueRequest request, Cleared cleared, Inspection seen) {
        ReadyOrder order = bench.kernel().toLaunch(seen.device(), cleared.system());
        Baseline baseline = Baseline.of(seen.condition(), bench.reach().knock(seen.device()));
        Optional<Move.Moved> claim =
                Launch.claim(request, baseline, bench.clock().instant());
        if (claim.isEmpty() || !bench.write(claim.get())) return;
        LOG.info("request {}: launching {}", request.id(), request.device().id());
        LaunchOutcome outcome = order.send();
        LOG.info("request {}: the provider answered {}", request.id(), outcome);
        fold(request, cleared, outcome);
    }

    /** The watch may have seen the launch begin before its answer came: then the answer is no news any more. */
    private void fold(RescueRequest request, Cleared cleared, LaunchOutcome outcome) {
        boolean done = false;
        while (!done)
            done = bench.requests()
                    .find(request.id())
                    .filter(found -> found.stage() instanceof Launching)
                    .map(found -> bench.write(
                            Launch.fold(found, cleared, outcome, bench.clock().instant(), bench.again())))
                    .orElse(true);
    }
}
