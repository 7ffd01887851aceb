package dev.lifeline.testkit;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Links;
import dev.lifeline.access.SlackUserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links without a database. */
public final class LinksInMemory implements Links {

    private final Map<SlackUserId, CloudUserId> links = new LinkedHashMap<>();

    @Override
    public Optional<CloudUserId> of(SlackUserId person) {
        return Optional.ofNullable(links.get(person));
    }

    @Override
    public List<SlackUserId> of(CloudUserId user) {
        return links.entrySet().stream()
                .filter(link -> link.getValue().equals(user))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void link(SlackUserId person, CloudUserId user) {
        links.put(person, user);
    }
}
