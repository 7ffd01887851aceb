package dev.lifeline.rescue;

import dev.lifeline.access.Permission;
import java.util.Set;

/**
 * Who may approve, by the names in a policy.
 *
 * @param groups Slack user groups, by handle or id
 * @param users people, by Slack id, e-mail address or handle
 * @param permission that each approver has to hold in any case
 */
public record ApproverSelector(Set<String> groups, Set<String> users, Permission permission) {

    /** Everybody who could launch the rescue. */
    public static final ApproverSelector ANY_PERMITTED_USER =
            new ApproverSelector(Set.of(), Set.of(), Permission.SERVER_RELOAD);

    public ApproverSelector {
        groups = Set.copyOf(groups);
        users = Set.copyOf(users);
    }

    /** Whether only the named people may approve; else everybody with the permission. */
    public boolean isExplicit() {
        return !groups.isEmpty() || !users.isEmpty();
    }
}
