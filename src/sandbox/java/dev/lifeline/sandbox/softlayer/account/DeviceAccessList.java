package dev.lifeline.sandbox.softlayer.account;

import java.util.HashSet;
import java.util.Set;

/**
 * The devices of one type that a user has access to.
 *
 * @param allExcept whether the ids are exceptions from all devices rather than the list
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

    DeviceAccessList withDevices(Set<Long> added) {
        return allExcept ? new DeviceAccessList(true, difference(ids, added)) : new DeviceAccessList(false, union(ids, added));
    }

    /** Removing devices from full access leaves all but these (src/docs/platform/softlayer.md, section Users and permissions). */
    DeviceAccessList withoutDevices(Set<Long> removed) {
        return allExcept ? new DeviceAccessList(true, union(ids, removed)) : new DeviceAccessList(false, difference(ids, removed));
    }

    private static Set<Long> union(Set<Long> first, Set<Long> second) {
        Set<Long> both = new HashSet<>(first);
        both.addAll(second);
        return both;
    }

    private static Set<Long> difference(Set<Long> first, Set<Long> second) {
        Set<Long> rest = new HashSet<>(first);
        rest.removeAll(second);
        return rest;
    }
}
