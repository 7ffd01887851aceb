package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.PeopleSelector;
import java.util.HashSet;
import java.util.Set;

/** Finds the people behind the names of a policy, afresh each time. */
final class PeopleLookup {

    private PeopleLookup() {}

    /**
     * Whether somebody is among the people behind the names of a condition.
     *
     * @throws DirectoryUnavailableException where they may be in a group that Slack does not know: one that was renamed or switched off would
     *     open to them what the rule closes
     */
    static boolean contains(PeopleSelector selector, SlackUserId person, Directory directory) {
        if (find(selector, directory).contains(person)) return true;
        for (String group : selector.groups())
            if (directory.findGroupMembers(group).isEmpty())
                throw new DirectoryUnavailableException(
                        "Slack knows no user group " + group + ", which the policy names");
        return false;
    }

    /** A name that nobody has stands for nobody. */
    static Set<SlackUserId> find(PeopleSelector selector, Directory directory) {
        return find(selector.groups(), selector.users(), directory);
    }

    static Set<SlackUserId> find(Set<String> groups, Set<String> users, Directory directory) {
        Set<SlackUserId> people = new HashSet<>();
        users.forEach(user -> directory.findUser(user).ifPresent(people::add));
        groups.forEach(group -> directory.findGroupMembers(group).ifPresent(people::addAll));
        return people;
    }
}
