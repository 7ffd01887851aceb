package dev.lifeline.rescue;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The approvals that a policy rule asks for.
 *
 * @param quorum number of different cloud users who have to approve, 0 for none
 * @param timeout how long they have, more than zero
 * @param reminder when they are asked again; empty for never
 * @param breakGlassAllowance how the requester may go ahead alone in an emergency; empty where that is not allowed
 * @param notified who of those who may approve is asked at once; empty for all of them
 */
public record ApprovalRequirement(
        int quorum,
        ApproverSelector approverSelector,
        Duration timeout,
        Optional<Reminder> reminder,
        Optional<BreakGlassAllowance> breakGlassAllowance,
        Optional<PeopleSelector> notified) {

    /** Time for approvals where the rule names none. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(15);

    /** No approval is required. */
    public static final ApprovalRequirement NONE = new ApprovalRequirement(
            0, ApproverSelector.ANY_PERMITTED_USER, DEFAULT_TIMEOUT, Optional.empty(), Optional.empty());

    /** Everybody is asked who may approve. */
    public ApprovalRequirement(
            int quorum,
            ApproverSelector approverSelector,
            Duration timeout,
            Optional<Reminder> reminder,
            Optional<BreakGlassAllowance> breakGlassAllowance) {
        this(quorum, approverSelector, timeout, reminder, breakGlassAllowance, Optional.empty());
    }

    public ApprovalRequirement {
        if (quorum < 0) throw new IllegalArgumentException("a quorum is 0 or more: " + quorum);
        requirePositive("timeout", timeout);
    }

    static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero())
            throw new IllegalArgumentException(name + " is not more than zero: " + duration);
    }

    /**
     * When approvers are asked again, and who else from then on.
     *
     * @param delay from the first request, more than zero
     * @param escalateTo people by Slack id, e-mail address or handle, as the policy names them; empty where nobody is added
     * @param webhook called then, to wake people outside Slack
     */
    public record Reminder(Duration delay, Set<String> escalateTo, Optional<URI> webhook) {

        /** Without a webhook. */
        public Reminder(Duration delay, Set<String> escalateTo) {
            this(delay, escalateTo, Optional.empty());
        }

        public Reminder {
            requirePositive("reminder delay", delay);
            escalateTo = Set.copyOf(escalateTo);
        }
    }

    /**
     * The requester may go ahead alone, subject to a review.
     *
     * @param reviewTimeout time for the review by somebody else, more than zero
     */
    public record BreakGlassAllowance(Duration reviewTimeout) {
        public BreakGlassAllowance {
            requirePositive("review timeout", reviewTimeout);
        }
    }
}
