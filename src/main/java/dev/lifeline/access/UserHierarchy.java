package dev.lifeline.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is above a cloud user? Parent, parent's parent and so on to the owner, as far as the bot sees (softlayer.md 2.6, "Hierarchy").
 *
 * @param ancestors the nearest first
 */
public record UserHierarchy(CloudUser user, List<CloudUser> ancestors) {

    /** Deeper than any account; a chain that is longer is a circle. */
    private static final int MAX_DEPTH = 50;

    public UserHierarchy {
        ancestors = List.copyOf(ancestors);
    }

    /** Follows the chain upwards, by asking for each user. */
    public static UserHierarchy of(CloudUser user, Function<CloudUserId, Optional<CloudUser>> reading) {
        List<CloudUser> above = new ArrayList<>();
        Optional<CloudUser> next = user.parentId().flatMap(reading);
        while (next.isPresent() && above.size() < MAX_DEPTH) {
            above.add(next.get());
            next = next.get().parentId().flatMap(reading);
        }
        return new UserHierarchy(user, above);
    }

    public boolean isDescendantOf(CloudUser other) {
        return ancestors.stream().anyMatch(user -> user.id().equals(other.id()));
    }
}
