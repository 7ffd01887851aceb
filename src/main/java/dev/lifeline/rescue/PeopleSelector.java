package dev.lifeline.rescue;

import java.util.Set;

/**
 * People by the names in a policy; who they are is looked up when it matters, since members of a group change.
 *
 * @param groups Slack user groups, by handle or id
 * @param users people, by Slack id, e-mail address or handle
 */
public record PeopleSelector(Set<String> groups, Set<String> users) {

    public PeopleSelector {
        groups = Set.copyOf(groups);
        users = Set.copyOf(users);
        if (groups.isEmpty() && users.isEmpty()) throw new IllegalArgumentException("a selector names somebody");
    }
}
