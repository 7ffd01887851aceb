package dev.lifeline.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.PreflightFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What happened to a request, for its thread and the audit log. Names of cases and components are the names in exported
 * audit entries.
 */
public sealed interface RescueEvent {

    /**
     * The requester confirmed.
     *
     * @param reason empty where none was required
     */
    record Confirmed(SlackUserId by, String reason) implements RescueEvent {}

    /**
     * Approvers are asked.
     *
     * @param approvers by name; empty where everybody with the permission may approve
     */
    record ApprovalRequested(Set<SlackUserId> approvers, int quorum) implements RescueEvent {
        public ApprovalRequested {
            approvers = Set.copyOf(approvers);
        }
    }

    /**
     * Approvers are asked again.
     *
     * @param escalation who is asked as well from now on
     * @param webhook the host of the webhook that is called; empty where the policy names none
     */
    record ApprovalReminded(Set<SlackUserId> escalation, Optional<String> webhook) implements RescueEvent {

        /** Without a webhook. */
        public ApprovalReminded(Set<SlackUserId> escalation) {
            this(escalation, Optional.empty());
        }

        public ApprovalReminded {
            escalation = Set.copyOf(escalation);
        }
    }

    /** The policy's webhook could not be called, so that nobody outside Slack was woken. */
    record WebhookFailed() implements RescueEvent {}

    record Approved(SlackUserId by, int voteCount, int quorum, String comment) implements RescueEvent {}

    record Denied(SlackUserId by, String reason) implements RescueEvent {}

    /** The device is not as the approvers were shown it, so they are asked again. */
    record Drifted(List<Drift> drifts) implements RescueEvent {
        public Drifted {
            drifts = List.copyOf(drifts);
        }
    }

    /**
     * The requester goes ahead without approvals.
     *
     * @param notifiedUsers who gets a direct message: the approvers who would have been asked, and the account's owners
     */
    record BreakGlassUsed(SlackUserId by, String reason, Instant reviewDueAt, Set<SlackUserId> notifiedUsers)
            implements RescueEvent {
        public BreakGlassUsed {
            notifiedUsers = Set.copyOf(notifiedUsers);
        }
    }

    /** Somebody else signed the review off. */
    record ReviewSignedOff(SlackUserId by) implements RescueEvent {}

    /** The review was not signed off in time. */
    record ReviewOverdue() implements RescueEvent {}

    /** Somebody asks to power the device on before its rescue is confirmed. */
    record PowerOnRequested(SlackUserId by) implements RescueEvent {}

    /** The provider accepted the command to power it on. */
    record PowerOnAccepted() implements RescueEvent {}

    /** The command to power it on was sent and its response lost; it is not sent again. */
    record PowerOnUnconfirmed() implements RescueEvent {}

    /**
     * The device was not powered on, and nothing was done.
     *
     * @param detail the provider's text; empty where it was not asked
     */
    record PowerOnNotDone(String detail) implements RescueEvent {}

    /** The provider reports the device on, after it was asked for. */
    record PoweredOn() implements RescueEvent {}

    /** The provider does not report the device on, long after it was asked for. */
    record PowerOnNotSeen(Duration elapsed) implements RescueEvent {}

    record Cancelled(SlackUserId by) implements RescueEvent {}

    record Expired() implements RescueEvent {}

    /** Access was read afresh right before the command, and denied. */
    record AccessDenied(DenialReason denialReason) implements RescueEvent {}

    /** The device failed a check right before the command. */
    record Blocked(PreflightFailure preflightFailure) implements RescueEvent {}

    /** The provider accepted the launch command; nothing has happened yet. */
    record LaunchAccepted() implements RescueEvent {}

    /** The launch command was sent and its response lost; it is not sent again. */
    record LaunchUnconfirmed() implements RescueEvent {}

    /**
     * The response to a command came after the request was closed: the request is open again, and its device is watched.
     *
     * @param closeReason why it had been closed
     * @param accepted whether the provider accepted the command; otherwise whether it did is unknown
     */
    record Reopened(CloseReason closeReason, boolean accepted) implements RescueEvent {}

    /**
     * Something that may be the launch began on the device after the request was closed, and nobody had recorded what became of its command:
     * the request is open again, and its device is watched.
     *
     * @param closeReason why it had been closed
     */
    record BegunLate(CloseReason closeReason) implements RescueEvent {}

    /**
     * The response to a command came after the request was closed, and a later request watches the device by now: this one stays closed.
     *
     * @param watchedBy the later request
     * @param accepted whether the provider accepted the command; otherwise whether it did is unknown
     */
    record LateResponse(RequestId watchedBy, boolean accepted) implements RescueEvent {}

    /**
     * The command of an earlier request for the same device turned out to have been sent, so this one is closed before its own.
     *
     * @param by the earlier request, which is open again
     */
    record Superseded(RequestId by) implements RescueEvent {}

    /** Nothing was done; the launch is tried again at {@code retryAt}. */
    record LaunchPostponed(Instant retryAt) implements RescueEvent {}

    /**
     * The launch is given up, but its command may have been sent: the request is closed once nothing was observed to begin.
     *
     * @param closeReason why it will be closed
     */
    record LaunchWithdrawn(CloseReason closeReason) implements RescueEvent {}

    /** The launch window ended before the launch could start. */
    record LaunchWindowExpired() implements RescueEvent {}

    /** The provider rejected the launch command. */
    record LaunchRejected(String detail) implements RescueEvent {}

    /**
     * Nothing was observed for a while after the launch command.
     *
     * @param accepted whether the provider had accepted it
     * @param hidden whether a later transaction hides what may have begun
     */
    record NoProgress(Duration elapsed, boolean accepted, boolean hidden) implements RescueEvent {}

    /**
     * Nothing was ever observed after the launch command; the request is closed.
     *
     * @param accepted whether the provider had accepted it
     */
    record GaveUp(Duration elapsed, boolean accepted) implements RescueEvent {}

    /**
     * The provider's transaction was observed.
     *
     * @param step its step; empty where it had ended by then
     * @param averageDuration how long such a transaction takes by the provider's statistics
     */
    record TransactionStarted(String step, Optional<Duration> averageDuration) implements RescueEvent {}

    record PoweredDown() implements RescueEvent {}

    record Rebooting() implements RescueEvent {}

    /**
     * The rescue kernel is booting.
     *
     * @param step the provider's name of the step; may be empty
     */
    record KernelBooting(String step) implements RescueEvent {}

    record EnteredRescue(Evidence evidence) implements RescueEvent {}

    /**
     * Another host key than the installed system's answers after the launch, while the provider tells nothing: most likely the rescue
     * kernel's, unless the system was reinstalled.
     */
    record ProbablyInRescue() implements RescueEvent {}

    /** The device has been in rescue for long, and no exit was requested. */
    record StillInRescue(Duration elapsed) implements RescueEvent {}

    /** Somebody said at a reminder that the device has to stay in rescue; it is reminded of again later. */
    record StillNeeded(SlackUserId by) implements RescueEvent {}

    /**
     * Somebody else answers for the device from now on.
     *
     * @param from who did before
     */
    record TakenOver(SlackUserId by, SlackUserId from) implements RescueEvent {}

    /**
     * Who is to be reminded cannot answer, so others are told, who can take over.
     *
     * @param person who has no active user in Slack or on the account
     * @param notifiedUsers who gets a direct message; empty where nobody is known
     */
    record ResponsibleUnavailable(SlackUserId person, Set<SlackUserId> notifiedUsers) implements RescueEvent {
        public ResponsibleUnavailable {
            notifiedUsers = Set.copyOf(notifiedUsers);
        }
    }

    /** Another host key answers than the rescue kernel's and the installed system's, and the provider shows no sign of a restart. */
    record OtherHostKeySeen() implements RescueEvent {}

    /** A stage that depends on the device has lasted for long; a person can close it or say where the device is. */
    record StillOpen(Duration elapsed) implements RescueEvent {}

    /** The device was observed in its installed system after the launch: the launch had no effect that lasted. The request is closed. */
    record LaunchDidNotTake(Evidence evidence) implements RescueEvent {}

    /** The boot takes longer than expected. */
    record BootStalled(Duration elapsed, OptionalLong transactionId) implements RescueEvent {}

    record ExitRequested(SlackUserId by) implements RescueEvent {}

    /**
     * Nothing was done; the exit is tried again at {@code retryAt}.
     *
     * @param lockoutRemaining how long bare metal takes no power command, where that is why
     *     (src/docs/platform/softlayer.md, section Reboot / power / exit)
     */
    record ExitPostponed(Instant retryAt, Optional<Duration> lockoutRemaining) implements RescueEvent {

        /** Postponed for an unknown time. */
        public ExitPostponed(Instant retryAt) {
            this(retryAt, Optional.empty());
        }
    }

    /** An exit that waited for the provider was taken back; the device stays in rescue. */
    record ExitTakenBack(SlackUserId by) implements RescueEvent {}

    record ExitRejected(String detail) implements RescueEvent {}

    record ExitAccepted() implements RescueEvent {}

    record ExitUnconfirmed() implements RescueEvent {}

    /**
     * The response to the exit command is unknown and no effect was observed: it may never have been sent.
     *
     * @param stillInRescue whether that is proved, so that the exit can be requested again
     */
    record ExitNotObserved(Duration elapsed, boolean stillInRescue) implements RescueEvent {}

    /** The device was rebooted outside the bot. */
    record ExitedOutside() implements RescueEvent {}

    record Exited(Evidence evidence) implements RescueEvent {}

    /**
     * The exit takes longer than it should.
     *
     * @param powerCycleOffered whether a power cycle may help
     */
    record ExitOverdue(Duration elapsed, boolean powerCycleOffered) implements RescueEvent {}

    /** The provider does not show the device; the request stays open and the device is looked for. */
    record DeviceMissing(Duration elapsed) implements RescueEvent {}

    /** The provider shows the device again. */
    record DeviceVisibleAgain() implements RescueEvent {}

    /** The provider has not shown the device for so long that the request is closed. */
    record DeviceGone() implements RescueEvent {}

    /** A person says that the device runs its installed system; the request is closed. */
    record ReportedBack(SlackUserId by) implements RescueEvent {}

    /**
     * A person closed the request by hand.
     *
     * @param commandSent whether a command may have been sent by then, so that the device may be in rescue
     */
    record ClosedByHand(SlackUserId by, String reason, boolean commandSent) implements RescueEvent {}
}
