package dev.lifeline.command;

import dev.lifeline.access.Objection;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Place;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where does the bot serve?
 *
 * @param channels the ids of those that it serves; empty for all that it is in
 * @param whereabouts so that one of them whose id Slack changes is served still
 * @param address of its own pages, as people reach it; known once the port is
 */
public record Serving(Set<String> channels, Whereabouts whereabouts, Supplier<URI> address) {
    public Serving {
        channels = Set.copyOf(channels);
    }

    Optional<Objection> objection(Place place) {
        boolean served = channels.isEmpty()
                || whereabouts.ever(place).stream().anyMatch(once -> channels.contains(once.value()));
        return served ? Optional.empty() : Optional.of(new Objection.NotServedHere(place.value()));
    }
}
