package dev.lifeline.approval;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the conditions of a rule that nothing meets: a misspelt tag, a regular expression, a channel that does not exist. */
final class UnmatchedConditions {

    /** What no host name, tag or channel is likely to hold, and regular expressions do. */
    private static final Pattern REGEX_SYNTAX = Pattern.compile("[\\^$()\\[\\]{}|\\\\+]|\\.\\*");

    private final List<Device> devices;
    private final List<RequestChannel> channels;

    UnmatchedConditions(List<Device> devices, List<RequestChannel> channels) {
        this.devices = devices;
        this.channels = channels;
    }

    /** A sentence for each condition that nothing meets; one for the whole where no device meets all. */
    List<String> warnings(Match match) {
        List<String> warnings = new ArrayList<>();
        addUnmatched(match.tags(), Device::tags, "no device has a tag that matches ", warnings);
        addUnmatched(
                match.hostnames(), UnmatchedConditions::names, "no device has a host name that matches ", warnings);
        addUnmatched(
                match.datacenters(),
                device -> Set.of(device.datacenter()),
                "no device is in a data centre that matches ",
                warnings);
        match.deviceTypes().stream()
                .filter(type -> devices.stream().noneMatch(device -> device.id().type() == type))
                .map(type -> "no device is " + (type == DeviceType.HARDWARE ? "bare metal" : "virtual"))
                .forEach(warnings::add);
        match.accounts().stream()
                .filter(account -> devices.stream()
                        .noneMatch(device -> device.id().account().equals(account)))
                .map(account -> "no device is in an account '" + account + "'")
                .sorted()
                .forEach(warnings::add);
        if (warnings.isEmpty() && devices.stream().noneMatch(match::matchesDevice))
            warnings.add("no device meets all of its conditions together");
        match.channels().forEach(pattern -> unmatchedChannel(pattern).ifPresent(warnings::add));
        return warnings;
    }

    private static Set<String> names(Device device) {
        return device.name().all();
    }

    private void addUnmatched(
            List<Glob> patterns, Function<Device, Set<String>> names, String sentence, List<String> warnings) {
        patterns.stream()
                .filter(Predicate.not(pattern -> devices.stream()
                        .anyMatch(device -> names.apply(device).stream().anyMatch(pattern::matches))))
                .map(pattern -> sentence + quote(pattern))
                .forEach(warnings::add);
    }

    private Optional<String> unmatchedChannel(Glob pattern) {
        boolean known = channels.stream().anyMatch(channel -> Match.isChannel(pattern, channel.name(), channel.ids()));
        return known
                ? Optional.empty()
                : Optional.of("the bot is in no channel whose name or id matches " + quote(pattern));
    }

    private static String quote(Glob pattern) {
        return "'" + pattern.text() + "'"
                + (REGEX_SYNTAX.matcher(pattern.text()).find()
                        ? ", which looks like a regular expression: write it with * and ? as for file names"
                        : "");
    }
}
