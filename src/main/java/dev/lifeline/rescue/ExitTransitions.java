package dev.lifeline.rescue;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.CommandResult.Accepted;
import dev.lifeline.rescue.CommandResult.Blocked;
import dev.lifeline.rescue.CommandResult.NotPermitted;
import dev.lifeline.rescue.CommandResult.Unconfirmed;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.PendingExit;
import java.time.Instant;
import java.util.Optional;

/** How does an ordered end of a rescue reach the provider, at most once per order? Claimed on disk before, folded after. */
public final class ExitTransitions {

    private ExitTransitions() {}

    /** Claims the one order. Whoever saves this first sends it. */
    public static Optional<TransitionResult.Applied> claim(RescueRequest request, Instant now) {
        if (!(request.stage() instanceof InRescue in) || in.pendingExit().isEmpty()) return Optional.empty();
        Requester by = in.pendingExit().get().requestedBy();
        return Optional.of(request.transitionTo(Exiting.claimed(now, by, in.baseline(), in.rescueBaseline())));
    }

    /** The same request, compared from here on with how the device is now and not with how an earlier order found it. */
    public static RescueRequest withFreshBaseline(RescueRequest request, DeviceStatus now) {
        if (!(request.stage() instanceof InRescue in)) return request;
        Baseline then = in.rescueBaseline();
        Baseline fresh = new Baseline(now, then.hostKey(), then.portOpen());
        return request.withStage(in.withRescueBaseline(fresh));
    }

    /** Whoever ordered it may not, by now: the device stays where it is. */
    public static Optional<TransitionResult.Applied> cancel(RescueRequest request, RescueEvent because) {
        if (!(request.stage() instanceof InRescue in)) return Optional.empty();
        return Optional.of(request.transitionTo(in.withPendingExit(Optional.empty()), because));
    }

    /** It waits: nothing was sent. */
    public static Optional<TransitionResult.Applied> postpone(RescueRequest request, Instant again) {
        if (!(request.stage() instanceof InRescue in) || in.pendingExit().isEmpty()) return Optional.empty();
        return Optional.of(toPostponed(request, in, in.pendingExit().get(), new RescueEvent.ExitPostponed(again)));
    }

    /**
     * Folds the provider's answer.
     *
     * @param before the stage as it was when the order was claimed, to go back to when nothing was done
     * @param later when to try again where nothing was done, and why then
     * @param now when the answer came, or was known to be lost
     */
    public static TransitionResult.Applied apply(
            RescueRequest request,
            InRescue before,
            CommandResult outcome,
            RescueEvent.ExitPostponed later,
            Instant now) {
        if (!(request.stage() instanceof Exiting sent))
            throw new IllegalStateException("no exit command was claimed for request " + request.id());
        if (outcome instanceof Accepted)
            return request.transitionTo(sent.withResponse(now), new RescueEvent.ExitAccepted());
        if (outcome instanceof Unconfirmed)
            return request.transitionTo(sent.withResponse(now), new RescueEvent.ExitUnconfirmed());
        if (outcome instanceof NotPermitted no)
            return request.transitionTo(
                    before.withPendingExit(Optional.empty()), new RescueEvent.ExitRejected(no.detail()));
        if (outcome instanceof Blocked blocked)
            return request.transitionTo(
                    before.withPendingExit(Optional.empty()), new RescueEvent.Blocked(blocked.preflightFailure()));
        PendingExit pendingExit =
                before.pendingExit().orElseThrow(() -> new IllegalStateException("no exit was requested for request " + request.id()));
        return toPostponed(request, before, pendingExit, later);
    }

    private static TransitionResult.Applied toPostponed(
            RescueRequest request, InRescue in, PendingExit pendingExit, RescueEvent.ExitPostponed postponed) {
        PendingExit waiting =
                new PendingExit(pendingExit.requestedBy(), pendingExit.powerCycle(), postponed.retryAt(), true);
        return request.transitionToUnlessNotified(
                in.withPendingExit(Optional.of(waiting)), pendingExit.postponedNotified(), postponed);
    }
}
