package dev.lifeline.sandbox.softlayer.account;

import java.util.HashSet;
import java.util.Set;

/**
 * Which devices of a kind may a user reach?
 *
 * @param allExcept whether the ids are the exceptions rather than the list
 */
public record DeviceAccessList(boolean allExcept, Set<Long> ids) {

    public static final DeviceAccessList ALL_DEVICES = new DeviceAccessList(true, Set.of());

    public DeviceAccessList {
        ids = Set.copyOf(ids);
    }

    public boolean isUnrestricted() {
        return allExcept && ids.isEmpty();
    }

    public boolean allows(long id) {
        return allExcept != ids.contains(id);
    }

    DeviceAccessList withDevices(Set<Long> more) {
        return allExcept ? new DeviceAccessList(true, difference(ids, more)) : new DeviceAccessList(false, union(ids, more));
    }

    /** Taking devices from full access leaves all but these (softlayer.md 2.6). */
    DeviceAccessList withoutDevices(Set<Long> fewer) {
        return allExcept ? new DeviceAccessList(true, union(ids, fewer)) : new DeviceAccessList(false, difference(ids, fewer));
    }

    private static Set<Long> union(Set<Long> some, Set<Long> more) {
        Set<Long> both = new HashSet<>(some);
        both.addAll(more);
        return both;
    }

    private static Set<Long> difference(Set<Long> some, Set<Long> fewer) {
        Set<Long> rest = new HashSet<>(some);
        rest.removeAll(fewer);
        return rest;
    }
}
