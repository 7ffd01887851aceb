package dev.lifeline.testkit;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import dev.lifeline.access.Links;
import dev.lifeline.access.SlackUserId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links without a database. */
public final class LinksInMemory implements Links {

    private final Map<SlackUserId, Link> links = new LinkedHashMap<>();

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
