package dev.lifeline.sandbox.slack.world;

import java.util.List;
import java.util.Optional;

/** Who is there, by whatever name they are asked for? */
public record People(List<Person> all, List<UserGroup> groups) {
    public People {
        all = List.copyOf(all);
        groups = List.copyOf(groups);
    }

    public Optional<Person> byId(String id) {
        return all.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** By handle, with or without "@", or by id. */
    public Optional<Person> named(String handleOrId) {
        String wanted = handleOrId.startsWith("@") ? handleOrId.substring(1) : handleOrId;
        return all.stream()
                .filter(person -> person.handle().equals(wanted) || person.id().equals(wanted))
                .findFirst();
    }

    /** E-mail addresses are compared without regard to case, as Slack does. */
    public Optional<Person> byEmail(String email) {
        return all.stream()
                .filter(person ->
                        person.profile().email().filter(email::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    public Optional<UserGroup> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }
}
