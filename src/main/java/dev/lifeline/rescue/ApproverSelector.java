package dev.lifeline.rescue;

import dev.lifeline.access.Permission;
import java.util.Set;

/**
 * Who may approve, beyond being allowed to launch it themselves?
 *
 * @param groups Slack user groups, by handle or id, as the policy names them
 * @param users by Slack id, e-mail or handle, as the policy names them
 * @param permission that each approver has to hold besides
 */
public record ApproverSelector(Set<String> groups, Set<String> users, Permission permission) {

    /** Everybody who could launch it. */
    public static final ApproverSelector ANY_PERMITTED_USER =
            new ApproverSelector(Set.of(), Set.of(), Permission.SERVER_RELOAD);

    public ApproverSelector {
        groups = Set.copyOf(groups);
        users = Set.copyOf(users);
    }

    /** Whether only the named ones may; else everybody who holds the permission. */
    public boolean isExplicit() {
        return !groups.isEmpty() || !users.isEmpty();
    }
}
