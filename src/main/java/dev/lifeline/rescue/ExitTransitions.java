package dev.lifeline.rescue;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.CommandResult.Accepted;
import dev.lifeline.rescue.CommandResult.Blocked;
import dev.lifeline.rescue.CommandResult.Busy;
import dev.lifeline.rescue.CommandResult.NotPermitted;
import dev.lifeline.rescue.CommandResult.Unconfirmed;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Transitions of the exit command, which is sent at most once for each request to exit: claimed on disk before it is sent,
 * its result applied afterwards. Pure.
 */
public final class ExitTransitions {

    private ExitTransitions() {}

    /** Claims the command; the caller that saves this first sends it. Empty where no exit is pending. */
    public static Optional<TransitionResult.Applied> claim(RescueRequest request, Instant now) {
        if (!(request.stage() instanceof InRescue in) || in.pendingExit().isEmpty()) return Optional.empty();
        Requester by = in.pendingExit().get().requestedBy();
        return Optional.of(request.transitionTo(Exiting.claimed(now, by, in.baseline(), in.rescueBaseline())));
    }

    /**
     * The same request, whose later observations are compared with the device as it is now instead of as an earlier command
     * found it.
     */
    public static RescueRequest withFreshBaseline(RescueRequest request, DeviceStatus now) {
        if (!(request.stage() instanceof InRescue in)) return request;
        Baseline then = in.rescueBaseline();
        Baseline fresh = new Baseline(now, then.hostKey(), then.portOpen());
        return request.withStage(in.withRescueBaseline(fresh, in.evidence()));
    }

    /** Drops the pending exit, because the user who requested it may not exit any more: the device stays in rescue. */
    public static Optional<TransitionResult.Applied> cancel(RescueRequest request, RescueEvent reason) {
        if (!(request.stage() instanceof InRescue in)) return Optional.empty();
        return Optional.of(request.transitionTo(in.withPendingExit(Optional.empty()), reason));
    }

    /** Takes back an exit that is still to be sent, for its requester and the request's: the device is watched in rescue as before. */
    static TransitionResult takeBack(RescueRequest request, Requester by) {
        Optional<PendingExit> pendingExit =
                request.stage() instanceof InRescue in ? in.pendingExit() : Optional.empty();
        if (pendingExit.isEmpty()) return request.rejectAnsweredOrClosed();
        boolean own = Stream.of(request.plan().requester(), pendingExit.get().requestedBy())
                .anyMatch(requester -> requester.slackUserId().equals(by.slackUserId()));
        if (!own) return new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER);
        return request.transitionTo(
                ((InRescue) request.stage()).withPendingExit(Optional.empty()),
                new RescueEvent.ExitTakenBack(by.slackUserId()));
    }

    /** Postpones the pending exit; nothing was sent. Reported to the thread once. */
    public static Optional<TransitionResult.Applied> postpone(RescueRequest request, Instant retryAt) {
        if (!(request.stage() instanceof InRescue in) || in.pendingExit().isEmpty()) return Optional.empty();
        return Optional.of(toPostponed(request, in, in.pendingExit().get(), new RescueEvent.ExitPostponed(retryAt)));
    }

    /**
     * Takes a command that the provider turned away for one whose response is lost, where something began on the device since; as {@link
     * LaunchTransitions#suspectSent}. That is no response: what began may be somebody else's backup.
     */
    public static Optional<TransitionResult.Applied> suspectSent(
            RescueRequest request, DeviceStatus seen, Instant now) {
        if (!(request.stage() instanceof InRescue in) || in.pendingExit().isEmpty()) return Optional.empty();
        PendingExit pendingExit = in.pendingExit().get();
        return pendingExit
                .turnedAwayFrom()
                .filter(baseline -> baseline.showsActivitySince(seen))
                .map(baseline -> request.transitionTo(
                        Exiting.claimed(now, pendingExit.requestedBy(), in.baseline(), baseline),
                        new RescueEvent.ExitUnconfirmed()));
    }

    /**
     * Applies the result of the command, whatever became of the request since its claim. A result that came late, when the request was
     * closed or taken back to the rescue, makes it an exit under way again; one that was observed before needs nothing.
     *
     * @param claimed the stage that the claim made
     * @param before the stage as it was when the command was claimed, to go back to when nothing was done
     * @param later when to try again where nothing was done, and why then
     * @param now when the response came, or was known to be lost
     * @return empty where the result changes nothing
     */
    public static Optional<TransitionResult.Applied> apply(
            RescueRequest request,
            Exiting claimed,
            InRescue before,
            CommandResult result,
            RescueEvent.ExitPostponed later,
            Instant now) {
        if (ClaimedCommand.isSame(request.stage(), claimed))
            return Optional.of(apply(request, before, result, later, now));
        if (!result.mayTakeEffect()) return Optional.empty();
        boolean accepted = result instanceof Accepted;
        Exiting underWay = accepted ? claimed.withResponse(now) : claimed;
        if (request.stage() instanceof InRescue)
            return Optional.of(request.transitionTo(
                    underWay, accepted ? new RescueEvent.ExitAccepted() : new RescueEvent.ExitUnconfirmed()));
        return request.stage() instanceof Closed closed && closed.closeReason() != CloseReason.EXITED
                ? Optional.of(request.transitionTo(underWay, new RescueEvent.Reopened(closed.closeReason(), accepted)))
                : Optional.empty();
    }

    /**
     * Applies the result of the command.
     *
     * @param before the stage as it was when the command was claimed, to go back to when nothing was done
     * @param later when to try again where nothing was done, and why then
     * @param now when the response came, or was known to be lost
     * @throws IllegalStateException when no exit command was claimed for the request
     */
    public static TransitionResult.Applied apply(
            RescueRequest request,
            InRescue before,
            CommandResult result,
            RescueEvent.ExitPostponed later,
            Instant now) {
        if (!(request.stage() instanceof Exiting sent))
            throw new IllegalStateException("no exit command was claimed for request " + request.id());
        if (result instanceof Accepted)
            return request.transitionTo(sent.withResponse(now), new RescueEvent.ExitAccepted());
        if (result instanceof Unconfirmed) return request.transitionTo(sent, new RescueEvent.ExitUnconfirmed());
        if (result instanceof NotPermitted no)
            return request.transitionTo(
                    before.withPendingExit(Optional.empty()), new RescueEvent.ExitRejected(no.detail()));
        if (result instanceof Blocked blocked)
            return request.transitionTo(
                    before.withPendingExit(Optional.empty()), new RescueEvent.Blocked(blocked.preflightFailure()));
        PendingExit pendingExit = before.pendingExit()
                .orElseThrow(() -> new IllegalStateException("no exit was requested for request " + request.id()));
        boolean turnedAway = result instanceof Busy;
        return toPostponed(
                request,
                before,
                turnedAway ? pendingExit.withTurnedAwayFrom(sent.rescueBaseline()) : pendingExit,
                later);
    }

    private static TransitionResult.Applied toPostponed(
            RescueRequest request, InRescue in, PendingExit pendingExit, RescueEvent.ExitPostponed event) {
        return request.transitionToUnlessNotified(
                in.withPendingExit(Optional.of(pendingExit.postponedUntil(event.retryAt()))),
                pendingExit.postponedNotified(),
                event);
    }
}
