package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import java.util.Optional;
import java.util.Set;

/**
 * The people who are asked to approve, resolved from an {@link ApproverSelector}.
 *
 * @param requested asked at once; empty where everybody with the permission may approve, since they cannot be listed
 * @param escalation asked once the reminder is due
 * @param unpinged may approve and are not asked; empty in requests of earlier releases, too
 */
public record ApproverSet(
        Set<SlackUserId> requested, Set<SlackUserId> escalation, Optional<Set<SlackUserId>> unpinged) {

    /** No approver by name. */
    public static final ApproverSet ANY_PERMITTED_USER = new ApproverSet(Set.of(), Set.of());

    /** Everybody is asked who may approve. */
    public ApproverSet(Set<SlackUserId> requested, Set<SlackUserId> escalation) {
        this(requested, escalation, Optional.empty());
    }

    public ApproverSet {
        requested = Set.copyOf(requested);
        escalation = Set.copyOf(escalation);
        unpinged = unpinged.map(Set::copyOf).filter(others -> !others.isEmpty());
    }
}
