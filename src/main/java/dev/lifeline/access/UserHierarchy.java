package dev.lifeline.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The users above a cloud user: parent, parent's parent and so on to the owner, as far as the bot's user sees
 * (src/docs/platform/softlayer.md, section Users and permissions).
 *
 * @param ancestors the nearest first
 */
public record UserHierarchy(CloudUser user, List<CloudUser> ancestors) {

    /** Deeper than any account; a longer chain is a cycle. */
    private static final int MAX_DEPTH = 50;

    public UserHierarchy {
        ancestors = List.copyOf(ancestors);
    }

    /**
     * Follows the parents with one lookup for each.
     *
     * @param lookup reads a user; what it throws is passed on
     */
    public static UserHierarchy of(CloudUser user, Function<CloudUserId, Optional<CloudUser>> lookup) {
        List<CloudUser> ancestors = new ArrayList<>();
        Optional<CloudUser> next = user.parentId().flatMap(lookup);
        while (next.isPresent() && ancestors.size() < MAX_DEPTH) {
            ancestors.add(next.get());
            next = next.get().parentId().flatMap(lookup);
        }
        return new UserHierarchy(user, ancestors);
    }

    /** Whether the other user is an ancestor. */
    public boolean isDescendantOf(CloudUser other) {
        return ancestors.stream().anyMatch(user -> user.id().equals(other.id()));
    }
}
