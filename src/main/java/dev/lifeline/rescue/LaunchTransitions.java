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

/**
 * Transitions of the launch command, which is sent at most once for each confirmation (promise P1): claimed on disk before
 * it is sent, its result applied afterwards. Pure.
 */
public final class LaunchTransitions {

    private LaunchTransitions() {}

    /**
     * Claims the command; the caller that saves this first sends it, and no other ever does. Empty where the request is not
     * ready to launch.
     */
    public static Optional<TransitionResult.Applied> claim(RescueRequest request, Baseline baseline, Instant now) {
        if (!(request.stage() instanceof ReadyToLaunch readyToLaunch)) return Optional.empty();
        return Optional.of(request.transitionTo(new Launching(readyToLaunch.system(), now, baseline, false, false)));
    }

    /** Whether the request was ready to launch for too long: approvals do not last for ever. */
    public static boolean isLaunchWindowOver(RescueRequest request, Instant now) {
        return request.stage() instanceof ReadyToLaunch readyToLaunch && now.isAfter(readyToLaunch.launchBy());
    }

    /** Closes the request because its launch window is over. */
    public static TransitionResult.Applied expire(RescueRequest request, Instant now) {
        return request.close(CloseReason.EXPIRED, "not begun in time", now, new RescueEvent.LaunchWindowExpired());
    }

    /** Postpones the launch; nothing was sent, and the approvals still hold. Reported to the thread once. */
    public static Optional<TransitionResult.Applied> postpone(RescueRequest request, Instant retryAt) {
        if (!(request.stage() instanceof ReadyToLaunch readyToLaunch)) return Optional.empty();
        return Optional.of(toPostponed(request, readyToLaunch, retryAt));
    }

    private static TransitionResult.Applied toPostponed(
            RescueRequest request, ReadyToLaunch readyToLaunch, Instant retryAt) {
        ReadyToLaunch waiting = new ReadyToLaunch(
                readyToLaunch.confirmation(), readyToLaunch.approvers(), retryAt, readyToLaunch.launchBy(), true);
        return request.transitionToUnlessNotified(
                waiting, readyToLaunch.postponedNotified(), new RescueEvent.LaunchPostponed(retryAt));
    }

    /**
     * Applies the result of the command.
     *
     * @param before the stage as it was when the command was claimed, to go back to when nothing was done
     * @param retryAt when to try again in that case
     * @throws IllegalStateException when no launch command was claimed for the request
     */
    public static TransitionResult.Applied apply(
            RescueRequest request, ReadyToLaunch before, CommandResult result, Instant now, Instant retryAt) {
        if (!(request.stage() instanceof Launching sent))
            throw new IllegalStateException("no launch command was claimed for request " + request.id());
        if (result instanceof Accepted accepted) return applyAccepted(request, sent, accepted);
        if (result instanceof Unconfirmed) return request.transitionTo(sent, new RescueEvent.LaunchUnconfirmed());
        if (result instanceof NotPermitted no)
            return request.close(CloseReason.FAILED, no.detail(), now, new RescueEvent.LaunchRejected(no.detail()));
        if (result instanceof Blocked blocked)
            return request.close(
                    CloseReason.BLOCKED,
                    blocked.preflightFailure().toString(),
                    now,
                    new RescueEvent.Blocked(blocked.preflightFailure()));
        return toPostponed(request, before, retryAt);
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
