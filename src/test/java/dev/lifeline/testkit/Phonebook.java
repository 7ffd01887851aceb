package dev.lifeline.testkit;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Directory;
import dev.lifeline.rescue.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A directory that lies open in memory, in place of Slack. */
public final class Phonebook implements Directory {

    private final Map<String, SlackUserId> people = new HashMap<>();
    private final Map<String, Set<SlackUserId>> groups = new HashMap<>();
    private final Map<Place, String> channels = new HashMap<>();
    private final PlacesInMemory places = new PlacesInMemory();

    public Phonebook knows(String reference, SlackUserId id) {
        people.put(reference, id);
        return this;
    }

    public Phonebook unites(String reference, SlackUserId... members) {
        groups.put(reference, Set.of(members));
        return this;
    }

    public Phonebook names(Place place, String name) {
        channels.put(place, name);
        return this;
    }

    public void moved(Place from, Place to) {
        places.moved(from, to);
    }

    @Override
    public Set<String> ids(Place place) {
        return places.ever(place).stream().map(Place::value).collect(Collectors.toSet());
    }

    @Override
    public Optional<SlackUserId> person(String reference) {
        return Optional.ofNullable(people.get(reference));
    }

    @Override
    public Optional<Set<SlackUserId>> group(String reference) {
        return Optional.ofNullable(groups.get(reference));
    }

    @Override
    public Optional<String> channel(Place place) {
        return Optional.ofNullable(channels.get(place));
    }
}
