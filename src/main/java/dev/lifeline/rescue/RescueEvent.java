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

/** What happened to a request that its thread should read? */
public sealed interface RescueEvent {

    /**
     * The requester said Yes.
     *
     * @param reason empty where none was asked for
     */
    record Confirmed(SlackUserId by, String reason) implements RescueEvent {}

    /**
     * Others are asked to agree.
     *
     * @param approvers by name; empty where everybody who holds the permission may
     */
    record ApprovalRequested(Set<SlackUserId> approvers, int quorum) implements RescueEvent {
        public ApprovalRequested {
            approvers = Set.copyOf(approvers);
        }
    }

    /**
     * Nobody has answered for a while, so they are asked again.
     *
     * @param escalation who is asked besides, from now on
     */
    record ApprovalReminded(Set<SlackUserId> escalation) implements RescueEvent {
        public ApprovalReminded {
            escalation = Set.copyOf(escalation);
        }
    }

    record Approved(SlackUserId by, int voteCount, int quorum, String comment) implements RescueEvent {}

    record Denied(SlackUserId by, String reason) implements RescueEvent {}

    /** The machine is not as it was when they were asked, so everybody is asked again. */
    record Drifted(List<Drift> drifts) implements RescueEvent {
        public Drifted {
            drifts = List.copyOf(drifts);
        }
    }

    /**
     * The requester goes ahead alone.
     *
     * @param notifiedUsers who is told of it directly: those who would have been asked, and the account's owners
     */
    record BreakGlassUsed(SlackUserId by, String reason, Instant reviewDueAt, Set<SlackUserId> notifiedUsers)
            implements RescueEvent {
        public BreakGlassUsed {
            notifiedUsers = Set.copyOf(notifiedUsers);
        }
    }

    /** Somebody else looked at it afterwards and signed. */
    record ReviewSignedOff(SlackUserId by) implements RescueEvent {}

    /** Nobody has signed in time. */
    record ReviewOverdue() implements RescueEvent {}

    record Cancelled(SlackUserId by) implements RescueEvent {}

    record Expired() implements RescueEvent {}

    /** Rights were re-read right before the launch and something objected. */
    record AccessDenied(DenialReason denialReason) implements RescueEvent {}

    /** The machine stood in the way right before the launch. */
    record Blocked(PreflightFailure preflightFailure) implements RescueEvent {}

    /** The provider took the order; nothing has happened yet. */
    record LaunchAccepted() implements RescueEvent {}

    /** The order was sent and its answer lost; it is not sent again. */
    record LaunchUnconfirmed() implements RescueEvent {}

    /** Nothing was sent or done; it is tried again then. */
    record LaunchPostponed(Instant retryAt) implements RescueEvent {}

    /** Its clearance ran out before it could begin. */
    record LaunchWindowExpired() implements RescueEvent {}

    /** The provider said no. */
    record LaunchRejected(String detail) implements RescueEvent {}

    /** Nothing has begun for a good while after the order. */
    record NoProgress(Duration elapsed, boolean accepted) implements RescueEvent {}

    /** Nothing ever began; the request is closed. */
    record GaveUp(Duration elapsed, boolean accepted) implements RescueEvent {}

    /**
     * The provider's transaction was seen.
     *
     * @param step its step; empty where it was over by then
     */
    record TransactionStarted(String step, Optional<Duration> averageDuration) implements RescueEvent {}

    record PoweredDown() implements RescueEvent {}

    record Rebooting() implements RescueEvent {}

    record KernelBooting(String step) implements RescueEvent {}

    record EnteredRescue(Evidence evidence) implements RescueEvent {}

    /** It has been in rescue for long, and nobody has ended it. */
    record StillInRescue(Duration elapsed) implements RescueEvent {}

    /** It takes longer than it should. */
    record BootStalled(Duration elapsed, OptionalLong transactionId) implements RescueEvent {}

    record ExitRequested(SlackUserId by) implements RescueEvent {}

    /**
     * The order to end it was turned away; it is given again then.
     *
     * @param lockoutRemaining how long bare metal takes no power command, where that is why (softlayer.md 2.2)
     */
    record ExitPostponed(Instant retryAt, Optional<Duration> lockoutRemaining) implements RescueEvent {

        /** It is not known for how long. */
        public ExitPostponed(Instant retryAt) {
            this(retryAt, Optional.empty());
        }
    }

    record ExitRejected(String detail) implements RescueEvent {}

    record ExitAccepted() implements RescueEvent {}

    record ExitUnconfirmed() implements RescueEvent {}

    /**
     * The answer to the order to end it never reached anybody, and nothing was seen to begin: it may never have been sent.
     *
     * @param stillInRescue whether that is proved, so that it can be ordered anew
     */
    record ExitNotObserved(Duration elapsed, boolean stillInRescue) implements RescueEvent {}

    /** Somebody rebooted it outside the bot. */
    record ExitedOutside() implements RescueEvent {}

    record Exited(Evidence evidence) implements RescueEvent {}

    record ExitOverdue(Duration elapsed) implements RescueEvent {}

    record DeviceGone() implements RescueEvent {}
}
