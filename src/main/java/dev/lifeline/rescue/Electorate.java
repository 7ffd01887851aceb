package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import java.util.Set;

/**
 * Which people were asked to agree, by name?
 *
 * @param asked at once; empty where everybody who holds the permission may, since they cannot be listed
 * @param later once the reminder is due
 */
public record Electorate(Set<SlackUserId> asked, Set<SlackUserId> later) {

    /** Nobody by name. */
    public static final Electorate UNNAMED = new Electorate(Set.of(), Set.of());

    public Electorate {
        asked = Set.copyOf(asked);
        later = Set.copyOf(later);
    }
}
