package dev.lifeline.rescue;

import dev.lifeline.rescue.CommandResult.Accepted;
import dev.lifeline.rescue.CommandResult.Blocked;
import dev.lifeline.rescue.CommandResult.NotPermitted;
import dev.lifeline.rescue.CommandResult.Unconfirmed;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.time.Instant;
import java.util.Optional;

/** How does a cleared request become a launched one, at most once (promise P1)? Claimed on disk before the order, folded after it. */
public final class LaunchTransitions {

    private LaunchTransitions() {}

    /** Claims the one order of this request. Whoever saves this first sends the order; nobody else ever does. */
    public static Optional<TransitionResult.Applied> claim(RescueRequest request, Baseline baseline, Instant now) {
        if (!(request.stage() instanceof ReadyToLaunch readyToLaunch)) return Optional.empty();
        return Optional.of(request.transitionTo(new Launching(readyToLaunch.system(), now, baseline, false, false)));
    }

    /** Too late to begin: a clearance does not last for ever. */
    public static boolean isLaunchWindowOver(RescueRequest request, Instant now) {
        return request.stage() instanceof ReadyToLaunch readyToLaunch && now.isAfter(readyToLaunch.launchBy());
    }

    /** It was not begun in time. */
    public static TransitionResult.Applied expire(RescueRequest request, Instant now) {
        return request.close(CloseReason.EXPIRED, "not begun in time", now, new RescueEvent.LaunchWindowExpired());
    }

    /** It waits: nothing was sent, and the clearance still holds. */
    public static Optional<TransitionResult.Applied> postpone(RescueRequest request, Instant again) {
        if (!(request.stage() instanceof ReadyToLaunch readyToLaunch)) return Optional.empty();
        return Optional.of(toPostponed(request, readyToLaunch, again));
    }

    private static TransitionResult.Applied toPostponed(
            RescueRequest request, ReadyToLaunch readyToLaunch, Instant again) {
        ReadyToLaunch waiting = new ReadyToLaunch(
                readyToLaunch.confirmation(), readyToLaunch.approvers(), again, readyToLaunch.launchBy(), true);
        return request.transitionToUnlessNotified(
                waiting, readyToLaunch.postponedNotified(), new RescueEvent.LaunchPostponed(again));
    }

    /**
     * Folds the provider's answer.
     *
     * @param before the stage as it was when the order was claimed, to go back to when nothing was sent
     * @param again when to try again in that case
     */
    public static TransitionResult.Applied apply(
            RescueRequest request, ReadyToLaunch before, CommandResult outcome, Instant now, Instant again) {
        if (!(request.stage() instanceof Launching sent))
            throw new IllegalStateException("no launch command was claimed for request " + request.id());
        if (outcome instanceof Accepted accepted) return applyAccepted(request, sent, accepted);
        if (outcome instanceof Unconfirmed) return request.transitionTo(sent, new RescueEvent.LaunchUnconfirmed());
        if (outcome instanceof NotPermitted no)
            return request.close(CloseReason.FAILED, no.detail(), now, new RescueEvent.LaunchRejected(no.detail()));
        if (outcome instanceof Blocked blocked)
            return request.close(
                    CloseReason.BLOCKED,
                    blocked.preflightFailure().toString(),
                    now,
                    new RescueEvent.Blocked(blocked.preflightFailure()));
        return toPostponed(request, before, again);
    }

    private static TransitionResult.Applied applyAccepted(RescueRequest request, Launching sent, Accepted accepted) {
        if (accepted.transactionId().isEmpty())
            return request.transitionTo(
                    new Launching(sent.system(), sent.sentAt(), sent.baseline(), true, false),
                    new RescueEvent.LaunchAccepted());
        Stage booting = new Booting(
                accepted.transactionId(),
                sent.sentAt(),
                sent.baseline(),
                BootPhase.TRANSACTION_RUNNING,
                Optional.empty(),
                false);
        return request.transitionTo(booting, new RescueEvent.LaunchAccepted());
    }
}
