package dev.lifeline.rescue;

import dev.lifeline.access.Permission;
import java.util.Set;

/**
 * Who may approve, beyond being allowed to launch it themselves?
 *
 * @param groups Slack user groups, by handle or id, as the policy names them
 * @param people by Slack id, e-mail or handle, as the policy names them
 * @param permission that each approver has to hold besides
 */
public record Approvers(Set<String> groups, Set<String> people, Permission permission) {

    /** Everybody who could launch it. */
    public static final Approvers WHO_MAY_LAUNCH = new Approvers(Set.of(), Set.of(), Permission.SERVER_RELOAD);

    public Approvers {
        groups = Set.copyOf(groups);
        people = Set.copyOf(people);
    }

    /** Whether only the named ones may; else everybody who holds the permission. */
    public boolean named() {
        return !groups.isEmpty() || !people.isEmpty();
    }
}
