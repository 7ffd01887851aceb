package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import java.util.Set;

/**
 * The people who are asked to approve, resolved from an {@link ApproverSelector}.
 *
 * @param requested asked at once; empty where everybody with the permission may approve, since they cannot be listed
 * @param escalation asked once the reminder is due
 */
public record ApproverSet(Set<SlackUserId> requested, Set<SlackUserId> escalation) {

    /** No approver by name. */
    public static final ApproverSet ANY_PERMITTED_USER = new ApproverSet(Set.of(), Set.of());

    public ApproverSet {
        requested = Set.copyOf(requested);
        escalation = Set.copyOf(escalation);
    }
}
