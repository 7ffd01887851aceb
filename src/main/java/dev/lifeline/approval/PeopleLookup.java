package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.PeopleSelector;
import java.util.HashSet;
import java.util.Set;

/** Finds the people behind the names of a policy, afresh each time; a name that nobody has stands for nobody. */
final class PeopleLookup {

    private PeopleLookup() {}

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
