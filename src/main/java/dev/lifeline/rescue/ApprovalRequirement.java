package dev.lifeline.rescue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Who else has to agree, and within what time?
 *
 * @param quorum how many different cloud users; 0 for nobody
 * @param timeout how long they have
 * @param reminder when they are asked again; empty for never
 * @param breakGlassAllowance whether the requester may go ahead alone in an emergency, and how it is reviewed; empty where not
 */
public record ApprovalRequirement(
        int quorum,
        ApproverSelector approverSelector,
        Duration timeout,
        Optional<Reminder> reminder,
        Optional<BreakGlassAllowance> breakGlassAllowance) {

    /** How long people have where nothing says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(15);

    /** Nobody is asked. */
    public static final ApprovalRequirement NONE = new ApprovalRequirement(
            0, ApproverSelector.ANY_PERMITTED_USER, DEFAULT_TIMEOUT, Optional.empty(), Optional.empty());

    public ApprovalRequirement {
        if (quorum < 0) throw new IllegalArgumentException("a quorum is 0 or more: " + quorum);
    }

    /**
     * When are they asked again, and who else from then on?
     *
     * @param escalateTo people by Slack id, e-mail or handle, as the policy names them; empty where nobody is added
     */
    public record Reminder(Duration delay, Set<String> escalateTo) {
        public Reminder {
            escalateTo = Set.copyOf(escalateTo);
        }
    }

    /**
     * May the requester go ahead alone?
     *
     * @param reviewTimeout until when somebody else should have signed that it was right
     */
    public record BreakGlassAllowance(Duration reviewTimeout) {}
}
