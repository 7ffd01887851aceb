package dev.lifeline.config;

import dev.lifeline.rescue.PeopleSelector;
import java.util.Optional;
import java.util.Set;

/** Reads people by name: Slack user groups and persons. */
final class PeopleReader {

    private PeopleReader() {}

    /** Empty, with a problem, where nobody is named. */
    static Optional<PeopleSelector> read(YamlMap people) {
        people.rejectUnknownKeys(Set.of("groups", "people"));
        Set<String> groups = people.texts("groups");
        Set<String> users = people.texts("people");
        if (groups.isEmpty() && users.isEmpty()) {
            people.addProblem(
                    people.has("groups") || !people.has("people") ? "groups" : "people",
                    "names nobody; name Slack user groups with groups, persons with people, or leave the key above it out");
            return Optional.empty();
        }
        return Optional.of(new PeopleSelector(groups, users));
    }
}
