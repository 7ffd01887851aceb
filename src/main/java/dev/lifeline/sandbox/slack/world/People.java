package dev.lifeline.sandbox.slack.world;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who is there just now, by whatever name they are asked for? People change; their ids do not. */
public final class People {

    private final List<Person> first;
    private volatile List<Person> all;
    private final List<UserGroup> groups;

    People(List<Person> all, List<UserGroup> groups) {
        this.first = List.copyOf(all);
        this.all = first;
        this.groups = List.copyOf(groups);
    }

    public List<Person> all() {
        return all;
    }

    public List<UserGroup> groups() {
        return groups;
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

    /** Somebody describes themselves anew. */
    public synchronized void change(String id, UnaryOperator<Person.Profile> profile) {
        revise(id, person -> person.with(profile.apply(person.profile())));
    }

    /** An administrator gives somebody other rights. */
    public synchronized void rank(String id, Person.Rank rank) {
        revise(id, person -> person.as(rank));
    }

    /** Everybody has the rights of the beginning again. */
    public synchronized void restoreRanks() {
        first.forEach(person -> rank(person.id(), person.standing().rank()));
    }

    private void revise(String id, UnaryOperator<Person> change) {
        all = all.stream()
                .map(person -> person.id().equals(id) ? change.apply(person) : person)
                .toList();
    }
}
