package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import dev.lifeline.rescue.PeopleSelector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions of a rule. Every condition that is given has to hold; where several values are given, one is enough.
 *
 * @param tags patterns for the device's tags
 * @param hostnames patterns for its host name or full name
 * @param datacenters patterns for its data centre
 * @param channels patterns for the channel's name, or an id that it has had
 * @param requester who asks; empty for anybody
 * @param accounts the device's account; empty for any
 */
public record Match(
        List<Glob> tags,
        List<Glob> hostnames,
        List<Glob> datacenters,
        Set<DeviceType> deviceTypes,
        List<Glob> channels,
        Optional<Hours> hours,
        Optional<PeopleSelector> requester,
        Set<AccountName> accounts) {

    /** Matches every request. */
    public static final Match ANYTHING =
            new Match(List.of(), List.of(), List.of(), Set.of(), List.of(), Optional.empty());

    /** Whoever asks, in any account. */
    public Match(
            List<Glob> tags,
            List<Glob> hostnames,
            List<Glob> datacenters,
            Set<DeviceType> deviceTypes,
            List<Glob> channels,
            Optional<Hours> hours) {
        this(tags, hostnames, datacenters, deviceTypes, channels, hours, Optional.empty(), Set.of());
    }

    public Match {
        tags = List.copyOf(tags);
        hostnames = List.copyOf(hostnames);
        datacenters = List.copyOf(datacenters);
        deviceTypes = Set.copyOf(deviceTypes);
        channels = List.copyOf(channels);
        accounts = Set.copyOf(accounts);
    }

    /** The channel's name and the requester's groups are looked up last, and only where a rule depends on them, because that calls Slack. */
    boolean matches(PolicyInput policyInput, Directory directory) {
        return matchesDevice(policyInput.device())
                && matchesTime(policyInput.requestedAt())
                && (channels.isEmpty() || matchesChannel(policyInput, directory))
                && matchesRequester(policyInput.requester(), directory);
    }

    private boolean matchesRequester(SlackUserId person, Directory directory) {
        return requester
                .map(named -> PeopleLookup.contains(named, person, directory))
                .orElse(true);
    }

    boolean matchesTime(Instant at) {
        return hours.map(condition -> condition.contains(at)).orElse(true);
    }

    /** Whether a channel matches that has this name, if any, and has had these ids. */
    boolean matchesChannel(Optional<String> name, Set<String> ids) {
        return channels.isEmpty() || channels.stream().anyMatch(pattern -> isChannel(pattern, name, ids));
    }

    /** A pattern is for names: an id has to be written in full, else {@code d*} would be every direct message. */
    static boolean isChannel(Glob pattern, Optional<String> name, Set<String> ids) {
        return ids.stream().anyMatch(pattern.text()::equalsIgnoreCase)
                || name.filter(pattern::matches).isPresent();
    }

    boolean matchesDevice(Device device) {
        return (accounts.isEmpty() || accounts.contains(device.id().account()))
                && anyMatches(tags, device.tags())
                && anyMatches(hostnames, device.name().all())
                && anyMatches(datacenters, Set.of(device.datacenter()))
                && (deviceTypes.isEmpty() || deviceTypes.contains(device.id().type()));
    }

    private boolean matchesChannel(PolicyInput policyInput, Directory directory) {
        Set<String> ids = directory.channelIds(policyInput.channel());
        return matchesChannel(Optional.empty(), ids)
                || matchesChannel(directory.findChannelName(policyInput.channel()), ids);
    }

    private static boolean anyMatches(List<Glob> patterns, Set<String> names) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> names.stream().anyMatch(pattern::matches));
    }
}
