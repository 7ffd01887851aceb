package dev.lifeline.sandbox.classic.world;

import java.util.HashSet;
import java.util.Set;

/**
 * Which devices of a kind may a user reach?
 *
 * @param all whether the ids are the exceptions rather than the list
 */
public record Access(boolean all, Set<Long> ids) {

    public static final Access FULL = new Access(true, Set.of());

    public Access {
        ids = Set.copyOf(ids);
    }

    public boolean isFull() {
        return all && ids.isEmpty();
    }

    public boolean allows(long id) {
        return all != ids.contains(id);
    }

    Access with(Set<Long> more) {
        return all ? new Access(true, minus(ids, more)) : new Access(false, plus(ids, more));
    }

    /** Taking devices from full access leaves all but these (softlayer.md 2.6). */
    Access without(Set<Long> fewer) {
        return all ? new Access(true, plus(ids, fewer)) : new Access(false, minus(ids, fewer));
    }

    private static Set<Long> plus(Set<Long> some, Set<Long> more) {
        Set<Long> both = new HashSet<>(some);
        both.addAll(more);
        return both;
    }

    private static Set<Long> minus(Set<Long> some, Set<Long> fewer) {
        Set<Long> rest = new HashSet<>(some);
        rest.removeAll(fewer);
        return rest;
    }
}
