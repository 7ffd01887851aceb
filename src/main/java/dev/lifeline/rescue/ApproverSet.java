package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import java.util.Set;

/**
 * Which people were asked to agree, by name?
 *
 * @param requested at once; empty where everybody who holds the permission may, since they cannot be listed
 * @param escalation once the reminder is due
 */
public record ApproverSet(Set<SlackUserId> requested, Set<SlackUserId> escalation) {

    /** Nobody by name. */
    public static final ApproverSet ANY_PERMITTED_USER = new ApproverSet(Set.of(), Set.of());

    public ApproverSet {
        requested = Set.copyOf(requested);
        escalation = Set.copyOf(escalation);
    }
}
