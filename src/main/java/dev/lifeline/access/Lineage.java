package dev.lifeline.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is above a cloud user? Parent, parent's parent and so on to the owner, as far as the bot sees (softlayer.md 2.6, "Hierarchy").
 *
 * @param above the nearest first
 */
public record Lineage(CloudUser user, List<CloudUser> above) {

    /** Deeper than any account; a chain that is longer is a circle. */
    private static final int DEEPEST = 50;

    public Lineage {
        above = List.copyOf(above);
    }

    /** Follows the chain upwards, by asking for each user. */
    public static Lineage of(CloudUser user, Function<CloudUserId, Optional<CloudUser>> reading) {
        List<CloudUser> above = new ArrayList<>();
        Optional<CloudUser> next = user.parent().flatMap(reading);
        while (next.isPresent() && above.size() < DEEPEST) {
            above.add(next.get());
            next = next.get().parent().flatMap(reading);
        }
        return new Lineage(user, above);
    }

    public boolean isBelow(CloudUser other) {
        return above.stream().anyMatch(user -> user.id().equals(other.id()));
    }
}
