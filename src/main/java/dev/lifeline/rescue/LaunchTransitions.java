package dev.lifeline.rescue;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.CommandResult.Accepted;
import dev.lifeline.rescue.CommandResult.Blocked;
import dev.lifeline.rescue.CommandResult.Busy;
import dev.lifeline.rescue.CommandResult.NotPermitted;
import dev.lifeline.rescue.CommandResult.NotSent;
import dev.lifeline.rescue.CommandResult.Unconfirmed;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Closed;
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
        return Optional.of(request.transitionTo(
                new Launching(readyToLaunch.confirmation().system(), now, baseline, false, false)));
    }

    /** Whether the request was ready to launch for too long: approvals do not last for ever. */
    public static boolean isLaunchWindowOver(RescueRequest request, Instant now) {
        return request.stage() instanceof ReadyToLaunch readyToLaunch && now.isAfter(readyToLaunch.launchBy());
    }

    /** Closes the request because its launch window is over. */
    public static TransitionResult.Applied expire(RescueRequest request, Instant now) {
        return giveUp(request, CloseReason.EXPIRED, "not begun in time", new RescueEvent.LaunchWindowExpired(), now);
    }

    /**
     * Gives a request up before its launch. Where the provider turned a command away, which may have begun all the same, the request is
     * closed only after the device was watched; what may have begun shows minutes later.
     *
     * @param detail for the operator
     */
    public static TransitionResult.Applied giveUp(
            RescueRequest request, CloseReason closeReason, String detail, RescueEvent event, Instant now) {
        return turnedAway(request.stage(), now)
                .map(sent -> request.transitionTo(
                        sent.withWithdrawal(new Withdrawal(closeReason, detail, event, true)),
                        new RescueEvent.LaunchWithdrawn(closeReason)))
                .orElseGet(() -> request.close(closeReason, detail, now, event));
    }

    /** The launch that the provider turned away, as one that may have begun; empty where none was sent. */
    private static Optional<Launching> turnedAway(Stage stage, Instant now) {
        if (stage instanceof AwaitingApproval waiting)
            return waiting.turnedAwayFrom()
                    .map(before -> new Launching(waiting.confirmation().system(), now, before, false, false));
        return stage instanceof ReadyToLaunch readyToLaunch
                ? readyToLaunch
                        .turnedAwayFrom()
                        .map(before ->
                                new Launching(readyToLaunch.confirmation().system(), now, before, false, false))
                : Optional.empty();
    }

    /**
     * Takes back a launch whose command is claimed and whose answer is not known: it is not sent any more where that is still possible,
     * and the request is closed once nothing began. Empty where it was accepted or taken back before.
     */
    static Optional<TransitionResult.Applied> takeBackClaimed(RescueRequest request, Withdrawal withdrawal) {
        if (!(request.stage() instanceof Launching sent)
                || sent.accepted()
                || sent.withdrawal().isPresent()) return Optional.empty();
        return Optional.of(request.transitionTo(
                sent.withWithdrawal(withdrawal), new RescueEvent.LaunchWithdrawn(withdrawal.closeReason())));
    }

    /** Postpones the launch; nothing was sent, and the approvals still hold. Reported to the thread once. */
    public static Optional<TransitionResult.Applied> postpone(RescueRequest request, Instant retryAt) {
        if (!(request.stage() instanceof ReadyToLaunch readyToLaunch)) return Optional.empty();
        return Optional.of(toPostponed(request, readyToLaunch, retryAt));
    }

    private static TransitionResult.Applied toPostponed(
            RescueRequest request, ReadyToLaunch readyToLaunch, Instant retryAt) {
        return request.transitionToUnlessNotified(
                readyToLaunch.postponedUntil(retryAt),
                readyToLaunch.postponedNotified(),
                new RescueEvent.LaunchPostponed(retryAt));
    }

    /**
     * Takes a command that the provider turned away for one whose response is lost, where something began on the device since: the provider
     * may have executed it and turned away a repetition of it (src/docs/decisions/0021-a-busy-answer-is-compared-with-the-device.md). Empty
     * where nothing began, or no command was turned away.
     */
    public static Optional<TransitionResult.Applied> suspectSent(
            RescueRequest request, DeviceStatus seen, Instant now) {
        return turnedAway(request.stage(), now)
                .filter(sent -> sent.baseline().showsActivitySince(seen))
                .map(sent -> request.transitionTo(sent, new RescueEvent.LaunchUnconfirmed()));
    }

    /**
     * Applies the result of the command, while the request is in the stage that its claim made or later. Observations may have carried it
     * further, where the result changes nothing unless it says that nothing was sent; or closed it, where a result that came late reopens
     * it.
     *
     * @param claimed the stage that the claim made
     * @param before the stage as it was when the command was claimed, to go back to when nothing was done
     * @param retryAt when to try again in that case
     * @return empty where the result changes nothing
     */
    public static Optional<TransitionResult.Applied> apply(
            RescueRequest request,
            Launching claimed,
            ReadyToLaunch before,
            CommandResult result,
            Instant now,
            Instant retryAt) {
        if (request.stage() instanceof Closed closed) return reopen(request, closed, claimed, result, now);
        if (ClaimedCommand.isSame(request.stage(), claimed))
            return Optional.of(apply(request, before, result, now, retryAt));
        return result instanceof NotSent && wasObservedFor(request, claimed)
                ? Optional.of(toPostponed(request, before, retryAt))
                : Optional.empty();
    }

    /** Whether an effect was observed that cannot be that of a command which was not sent. */
    private static boolean wasObservedFor(RescueRequest request, Launching claimed) {
        return request.stage() instanceof Booting booting
                && booting.launchedAt().equals(claimed.sentAt());
    }

    /**
     * Reopens a request that was closed without the response to its command, once that response says that the command was accepted or may
     * have been. A request whose device is back needs nothing.
     */
    private static Optional<TransitionResult.Applied> reopen(
            RescueRequest request, Closed closed, Launching claimed, CommandResult result, Instant now) {
        boolean over = closed.closeReason() == CloseReason.EXITED;
        if (over || !result.mayTakeEffect()) return Optional.empty();
        RescueEvent reopened = new RescueEvent.Reopened(closed.closeReason(), result instanceof Accepted);
        return Optional.of(request.transitionTo(afterLateResponse(claimed, result, now), reopened));
    }

    /** Time-outs count anew from the late response. */
    private static Stage afterLateResponse(Launching claimed, CommandResult result, Instant now) {
        if (!(result instanceof Accepted accepted))
            return new Launching(claimed.system(), now, claimed.baseline(), false, false);
        return accepted.transactionId().isPresent()
                ? toBooting(claimed, accepted)
                : new Launching(claimed.system(), now, claimed.baseline(), true, false);
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
            return end(
                    request,
                    before,
                    new Withdrawal(CloseReason.FAILED, no.detail(), new RescueEvent.LaunchRejected(no.detail()), true),
                    now);
        if (result instanceof Blocked blocked) return end(request, before, toWithdrawal(blocked), now);
        ReadyToLaunch next = result instanceof Busy ? before.withTurnedAwayFrom(sent.baseline()) : before;
        return sent.withdrawal()
                .map(withdrawal -> end(request, next, withdrawal.afterTurnedAway(), now))
                .orElseGet(() -> toPostponed(request, next, retryAt));
    }

    private static Withdrawal toWithdrawal(Blocked blocked) {
        PreflightFailure failure = blocked.preflightFailure();
        return new Withdrawal(CloseReason.BLOCKED, failure.toString(), new RescueEvent.Blocked(failure), true);
    }

    /** Nothing was done by this command; an earlier one that was turned away may have begun. */
    private static TransitionResult.Applied end(
            RescueRequest request, ReadyToLaunch next, Withdrawal withdrawal, Instant now) {
        Launching sent = (Launching) request.stage();
        if (next.turnedAwayFrom().isEmpty()) return Reopening.withoutLooking(close(request, withdrawal, now));
        Launching givenUp = sent.withWithdrawal(withdrawal);
        return sent.withdrawal().isPresent()
                ? request.transitionTo(givenUp)
                : request.transitionTo(givenUp, new RescueEvent.LaunchWithdrawn(withdrawal.closeReason()));
    }

    private static TransitionResult.Applied close(RescueRequest request, Withdrawal withdrawal, Instant now) {
        return request.close(withdrawal.closeReason(), withdrawal.detail(), now, withdrawal.event());
    }

    private static TransitionResult.Applied applyAccepted(RescueRequest request, Launching sent, Accepted accepted) {
        if (accepted.transactionId().isEmpty())
            return request.transitionTo(
                    new Launching(sent.system(), sent.sentAt(), sent.baseline(), true, false),
                    new RescueEvent.LaunchAccepted());
        return request.transitionTo(toBooting(sent, accepted), new RescueEvent.LaunchAccepted());
    }

    private static Booting toBooting(Launching sent, Accepted accepted) {
        return new Booting(
                accepted.transactionId(),
                sent.sentAt(),
                sent.baseline(),
                BootPhase.TRANSACTION_RUNNING,
                Optional.empty(),
                false);
    }
}
