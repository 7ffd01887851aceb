package dev.lifeline.workflow;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.ExitTransitions;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.PendingExit;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ordered end of a rescue: rights are read once more, the one order is claimed on disk, and only then it is sent. */
final class ExitStep {

    private static final Logger LOG = LoggerFactory.getLogger(ExitStep.class);

    private final WorkflowContext context;

    ExitStep(WorkflowContext context) {
        this.context = context;
    }

    void execute(RescueRequest request, InRescue in) {
        Instant now = context.clock().instant();
        try {
            checkAccess(request, in.pendingExit().orElseThrow(), now);
        } catch (ProviderUnavailableException away) {
            LOG.warn("request {} waits: {}", request.id(), away.getMessage());
            ExitTransitions.postpone(request, context.retryAt()).ifPresent(context::record);
        }
    }

    private void checkAccess(RescueRequest request, PendingExit pendingExit, Instant now) {
        Optional<TransitionResult.Applied> objected = accessDenial(request, pendingExit);
        if (objected.isPresent()) {
            context.record(objected.get());
            return;
        }
        Optional<Inspection> seen = context.devices().inspect(request.device().id());
        if (seen.isEmpty())
            context.record(request.close(
                    CloseReason.DEVICE_GONE, "not visible before its return", now, new RescueEvent.DeviceGone()));
        else exit(request, pendingExit, seen.get());
    }

    private Optional<TransitionResult.Applied> accessDenial(RescueRequest request, PendingExit pendingExit) {
        Optional<DenialReason> denialReason = context.access()
                .check(
                        pendingExit.requestedBy().slackUserId(),
                        DeviceOperation.EXIT_RESCUE,
                        request.device().id())
                .firstDenialReason();
        if (denialReason.isEmpty()) return Optional.empty();
        return denialReason.get() instanceof DenialReason.UpstreamUnavailable
                ? ExitTransitions.postpone(request, context.retryAt())
                : ExitTransitions.cancel(request, new RescueEvent.AccessDenied(denialReason.get()));
    }

    private void exit(RescueRequest request, PendingExit pendingExit, Inspection seen) {
        boolean image = seen.status().bootImageId().isPresent();
        PreparedCommand order = context.rescueProvider().prepareExit(seen.device(), image, pendingExit.powerCycle());
        RescueRequest found = ExitTransitions.withFreshBaseline(request, seen.status());
        Instant sentAt = context.clock().instant();
        Optional<TransitionResult.Applied> claim = ExitTransitions.claim(found, sentAt);
        if (claim.isEmpty() || !context.record(claim.get())) return;
        LOG.info("request {}: giving back {}", request.id(), request.device().id());
        CommandResult outcome = order.send();
        LOG.info("request {}: the provider answered {}", request.id(), outcome);
        applyResult(found, sentAt, outcome, postponement(seen, outcome));
    }

    /** Bare metal rests after each power command; where the provider says when the last one was, it is known for how long. */
    private RescueEvent.ExitPostponed postponement(Inspection seen, CommandResult outcome) {
        Instant now = context.clock().instant();
        Optional<Instant> open = Optional.of(outcome)
                .filter(CommandResult.Busy.class::isInstance)
                .flatMap(busy -> seen.status().lastPowerCommandAt())
                .map(last -> last.plus(context.pollIntervals().powerCommandLockout()))
                .filter(now::isBefore);
        return open.map(until -> new RescueEvent.ExitPostponed(until, Optional.of(Duration.between(now, until))))
                .orElseGet(() -> new RescueEvent.ExitPostponed(context.retryAt()));
    }

    /** The watch may have seen the return before its answer came, or given up waiting for it: then the answer is no news any more. */
    private void applyResult(
            RescueRequest before, Instant sentAt, CommandResult outcome, RescueEvent.ExitPostponed later) {
        InRescue in = (InRescue) before.stage();
        boolean done = false;
        while (!done)
            done = context.requests()
                    .find(before.id())
                    .filter(found -> found.stage() instanceof Exiting sent
                            && sent.sentAt().equals(sentAt))
                    .map(found -> context.record(ExitTransitions.apply(
                            found, in, outcome, later, context.clock().instant())))
                    .orElse(true);
    }
}
