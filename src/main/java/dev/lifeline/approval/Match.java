package dev.lifeline.approval;

import dev.lifeline.device.Device;
import dev.lifeline.device.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which wishes does a rule speak of? Every condition that is given has to hold; where several values are given, one is enough.
 *
 * @param tags patterns for the device's tags
 * @param hostnames patterns for its host name or its full name
 * @param datacenters patterns for its data centre
 * @param channels patterns for the channel's name or any id that it has had
 */
public record Match(
        List<Glob> tags,
        List<Glob> hostnames,
        List<Glob> datacenters,
        Set<Kind> kinds,
        List<Glob> channels,
        Optional<Hours> hours) {

    /** Everything. */
    public static final Match ANYTHING =
            new Match(List.of(), List.of(), List.of(), Set.of(), List.of(), Optional.empty());

    public Match {
        tags = List.copyOf(tags);
        hostnames = List.copyOf(hostnames);
        datacenters = List.copyOf(datacenters);
        kinds = Set.copyOf(kinds);
        channels = List.copyOf(channels);
    }

    /** The channel's name is looked up last, and only where a rule hangs on it: Slack is asked for it. */
    boolean holds(Wish wish, Directory directory) {
        return holdsFor(wish.device())
                && hours.map(given -> given.include(wish.at())).orElse(true)
                && (channels.isEmpty() || fromChannel(wish, directory));
    }

    private boolean holdsFor(Device device) {
        return one(tags, device.tags())
                && one(hostnames, Set.of(device.name().hostname(), device.name().full()))
                && one(datacenters, Set.of(device.site()))
                && (kinds.isEmpty() || kinds.contains(device.id().kind()));
    }

    private boolean fromChannel(Wish wish, Directory directory) {
        if (one(channels, directory.ids(wish.place()))) return true;
        return directory
                .channel(wish.place())
                .map(name -> one(channels, Set.of(name)))
                .orElse(false);
    }

    private static boolean one(List<Glob> patterns, Set<String> names) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> names.stream().anyMatch(pattern::matches));
    }
}
