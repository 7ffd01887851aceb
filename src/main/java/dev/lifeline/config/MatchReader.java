package dev.lifeline.config;

import dev.lifeline.approval.Glob;
import dev.lifeline.approval.Hours;
import dev.lifeline.approval.Match;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.DeviceType;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code match} of a policy rule: the devices, channels and hours that the rule applies to. */
final class MatchReader {

    private static final Map<String, DeviceType> DEVICE_TYPES =
            Map.of("bare-metal", DeviceType.HARDWARE, "virtual", DeviceType.VIRTUAL_GUEST);
    /** A channel as Slack writes it in a message's text (src/docs/platform/slack.md, section Threads, updates, formatting). */
    private static final Pattern CHANNEL_MENTION = Pattern.compile("<#(?<id>[CDG][A-Z0-9]{2,40})(\\|[^>]*)?>");

    Match read(YamlMap match) {
        match.rejectUnknownKeys(
                Set.of("account", "tags", "hostname", "datacenter", "kind", "channels", "hours", "requester"));
        return new Match(
                globs(match, "tags"),
                globs(match, "hostname"),
                globs(match, "datacenter"),
                deviceTypes(match),
                channels(match),
                match.map("hours").flatMap(MatchReader::hours),
                match.map("requester").flatMap(PeopleReader::read),
                accounts(match));
    }

    private static Set<AccountName> accounts(YamlMap match) {
        Set<AccountName> accounts = new LinkedHashSet<>();
        for (String name : match.nonEmptyTexts("account")) {
            if (AccountName.isName(name)) accounts.add(new AccountName(name));
            else match.addProblem("account", "is '" + name + "', which is no name of an account");
        }
        return accounts;
    }

    private static List<Glob> globs(YamlMap match, String key) {
        return match.nonEmptyTexts(key).stream().map(Glob::new).toList();
    }

    /** Names with or without {@code #}, mentions as Slack writes them, and ids. */
    private static List<Glob> channels(YamlMap match) {
        List<Glob> channels = new ArrayList<>();
        for (String text : match.nonEmptyTexts("channels")) {
            Matcher mention = CHANNEL_MENTION.matcher(text);
            if (mention.matches()) channels.add(new Glob(mention.group("id")));
            else if (!text.startsWith("<"))
                channels.add(new Glob(text.replaceFirst("^#", "").strip()));
            else
                match.addProblem(
                        "channels",
                        "holds '" + text + "', allowed are #name, a mention such as <#C0123ABCD>, or an id");
        }
        return channels;
    }

    private static Set<DeviceType> deviceTypes(YamlMap match) {
        Set<DeviceType> deviceTypes = EnumSet.noneOf(DeviceType.class);
        for (String typeName : match.nonEmptyTexts("kind")) {
            Optional<DeviceType> deviceType = Optional.ofNullable(DEVICE_TYPES.get(typeName));
            deviceType.ifPresentOrElse(
                    deviceTypes::add,
                    () -> match.addProblem("kind", "is '" + typeName + "', allowed are bare-metal and virtual"));
        }
        return deviceTypes;
    }

    private static Optional<Hours> hours(YamlMap hours) {
        hours.rejectUnknownKeys(Set.of("days", "from", "to", "zone"));
        Optional<LocalTime> from = time(hours, "from");
        Optional<LocalTime> to = time(hours, "to");
        Optional<ZoneId> zone = hours.read("zone", "a time zone such as Europe/Rome", MatchReader::zone);
        List.of("from", "to", "zone").stream()
                .filter(key -> !hours.has(key))
                .forEach(key -> hours.addProblem(key, "is missing; hours need from, to and zone"));
        Set<DayOfWeek> days = days(hours);
        if (from.isEmpty() || to.isEmpty() || zone.isEmpty() || days.isEmpty()) return Optional.empty();
        return Optional.of(new Hours(days, from.get(), to.get(), zone.get()));
    }

    private static Optional<LocalTime> time(YamlMap hours, String key) {
        return hours.read(key, "a time of day such as \"09:00\", in quotes", text -> {
            try {
                return Optional.of(LocalTime.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** All days where the key is absent. */
    private static Set<DayOfWeek> days(YamlMap hours) {
        if (!hours.has("days")) return EnumSet.allOf(DayOfWeek.class);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String dayName : hours.texts("days"))
            day(dayName)
                    .ifPresentOrElse(
                            days::add,
                            () -> hours.addProblem(
                                    "days", "holds '" + dayName + "', allowed are mon, tue, wed, thu, fri, sat, sun"));
        return days;
    }

    private static Optional<DayOfWeek> day(String dayName) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(dayName.toLowerCase(Locale.ROOT)))
                .filter(day -> dayName.length() >= 3)
                .findFirst();
    }
}
