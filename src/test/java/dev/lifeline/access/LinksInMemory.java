package dev.lifeline.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links as a map. */
final class LinksInMemory implements Links {

    private final Map<SlackUserId, Link> links = new HashMap<>();

    @Override
    public Optional<Link> of(SlackUserId person) {
        return Optional.ofNullable(links.get(person));
    }

    @Override
    public List<Link> to(CloudUserId user) {
        return standing().stream().filter(link -> link.user().equals(user)).toList();
    }

    @Override
    public List<Link> standing() {
        return links.values().stream()
                .filter(Link::stands)
                .sorted(Comparator.comparing(link -> link.person().value()))
                .toList();
    }

    @Override
    public void keep(Link link) {
        links.put(link.person(), link);
    }

    @Override
    public void keepFirst(Link link) {
        links.putIfAbsent(link.person(), link);
    }
}
