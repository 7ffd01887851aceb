package dev.lifeline.approval;

import dev.lifeline.device.Device;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the ways round a rule: the same device, asked for by the same person in another channel or at another hour, where no
 * approval is needed.
 *
 * <p>Goes through every combination of devices, channels, hours of a week and people that the rules tell apart, so that rules which
 * together cover all channels and hours are not reported.
 */
final class PolicyBypass {

    /** A Monday in a week without a change of summer time. */
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 8);

    private static final int DAYS_OF_WEEK = 7;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE HH:mm VV", Locale.ENGLISH);

    private final PolicyRules policyRules;
    private final List<Situation> situations;

    /** A request that could be made. */
    private record Situation(Device device, RequestChannel channel, Instant at, RequestPerson person) {

        boolean isIn(Match match) {
            return match.matchesDevice(device) && isAtTimeOf(match) && isInChannelOf(match) && isOfRequester(match);
        }

        boolean isOfRequester(Match match) {
            return person.matches(match);
        }

        boolean isAtTimeOf(Match match) {
            return match.matchesTime(at);
        }

        boolean isInChannelOf(Match match) {
            return match.matchesChannel(channel.name(), channel.ids());
        }
    }

    /** @param people one of each kind that the rules tell apart */
    PolicyBypass(
            PolicyRules policyRules, List<Device> devices, List<RequestChannel> channels, List<RequestPerson> people) {
        this.policyRules = policyRules;
        Collection<RequestPerson> somePeople = distinct(people.stream(), (match, person) -> person.matches(match));
        Collection<RequestChannel> someChannels =
                distinct(channels.stream(), (match, channel) -> match.matchesChannel(channel.name(), channel.ids()));
        Collection<Instant> someTimes = distinct(boundaries(), Match::matchesTime);
        this.situations = distinct(devices.stream(), Match::matchesDevice).stream()
                .flatMap(device -> someChannels.stream()
                        .flatMap(channel -> someTimes.stream()
                                .flatMap(at ->
                                        somePeople.stream().map(person -> new Situation(device, channel, at, person)))))
                .toList();
    }

    /** One of those that the rules do not tell apart. */
    private <T> Collection<T> distinct(Stream<T> all, BiPredicate<Match, T> matches) {
        Map<List<Boolean>, T> representatives = new LinkedHashMap<>();
        all.forEach(one -> representatives.putIfAbsent(
                policyRules.rules().stream()
                        .map(rule -> matches.test(rule.match(), one))
                        .toList(),
                one));
        return representatives.values();
    }

    /** Every moment of a week at which the hours of a rule begin or end. */
    private Stream<Instant> boundaries() {
        Stream<Instant> boundaries = policyRules.rules().stream()
                .flatMap(rule -> rule.match().hours().stream())
                .flatMap(hours -> Stream.of(hours.from(), hours.to(), LocalTime.MIDNIGHT)
                        .flatMap(time -> IntStream.range(0, DAYS_OF_WEEK)
                                .mapToObj(day -> MONDAY.plusDays(day)
                                        .atTime(time)
                                        .atZone(hours.zone())
                                        .toInstant())));
        return Stream.concat(
                boundaries, Stream.of(MONDAY.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** Whether the rule decides about any request at all. */
    boolean canDecide(PolicyRule policyRule) {
        return situations.stream().anyMatch(situation -> decidingRule(situation).equals(Optional.of(policyRule)));
    }

    /** A sentence for each kind of way round the rule. */
    List<String> warnings(PolicyRule policyRule) {
        boolean denies = policyRule.decision() instanceof PolicyDecision.Denied;
        if (!denies && policyRule.quorum() == 0) return List.of();
        Match match = policyRule.match();
        List<Situation> unguarded = situations.stream()
                .filter(situation -> match.matchesDevice(situation.device())
                        && situation.isOfRequester(match)
                        && !needsApproval(situation))
                .toList();
        List<String> warnings = new ArrayList<>();
        Predicate<Situation> elsewhere = situation -> !situation.isInChannelOf(match);
        Predicate<Situation> atAnotherTime = situation -> !situation.isAtTimeOf(match);
        first(unguarded, elsewhere.and(atAnotherTime.negate()))
                .ifPresent(way -> warnings.add(bypass(way, "in " + way.channel().description(), "channels")));
        if (denies) return warnings; // a rule that denies at certain hours means the others to be free
        first(unguarded, atAnotherTime.and(elsewhere.negate()))
                .ifPresent(way -> warnings.add(bypass(way, "on " + time(way, match), "hours")));
        if (warnings.isEmpty())
            first(unguarded, elsewhere.and(atAnotherTime))
                    .ifPresent(way -> warnings.add(bypass(
                            way,
                            "in " + way.channel().description() + " on " + time(way, match),
                            "channels and hours")));
        return warnings;
    }

    private static Optional<Situation> first(List<Situation> situations, Predicate<Situation> condition) {
        return situations.stream().filter(condition).findFirst();
    }

    private Optional<PolicyRule> decidingRule(Situation situation) {
        return PolicyRules.decidingRule(policyRules.rules().stream()
                .filter(rule -> situation.isIn(rule.match()))
                .toList());
    }

    private boolean needsApproval(Situation situation) {
        return decidingRule(situation)
                .map(rule -> rule.quorum() > 0 || rule.decision() instanceof PolicyDecision.Denied)
                .orElse(policyRules.otherwise() == DefaultDecision.DENY);
    }

    private static String time(Situation situation, Match match) {
        ZoneId zone = match.hours().map(Hours::zone).orElse(ZoneOffset.UTC);
        return situation.at().atZone(zone).format(TIME);
    }

    private static String bypass(Situation way, String where, String limit) {
        return "can be walked around: " + way.device().label() + " needs no approval when asked for " + where
                + "; leave out its " + limit + ", add a rule for the rest, or say otherwise: deny";
    }
}
