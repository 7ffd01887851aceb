package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.PeopleSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what each rule of a policy matches now: devices of the account, channels that the bot serves, approvers in Slack. A rule
 * that matches nothing protects nothing, and one that holds in some channels or hours only is no protection where the others
 * need no approval.
 *
 * <p>Thread-safe. Blocks for lookups in the {@link Directory}: one for each group and person that a rule names, and the list
 * of channels where a rule names any.
 */
public final class PolicyReview {

    private static final int MAX_IDS = 5;

    private final Directory directory;
    private final Set<String> servedChannelIds;

    /** @param servedChannelIds ids of the channels that the bot serves; empty for all, direct messages included */
    public PolicyReview(Directory directory, Set<String> servedChannelIds) {
        this.directory = directory;
        this.servedChannelIds = Set.copyOf(servedChannelIds);
    }

    /**
     * Reviews the rules in their order.
     *
     * @param devices all devices of the account
     * @throws DirectoryUnavailableException when Slack gives no usable answer
     */
    public List<RuleReview> review(PolicyRules policyRules, List<Device> devices) {
        List<RequestChannel> channels = requestChannels(policyRules);
        RuleWarnings ruleWarnings = new RuleWarnings(
                new UnmatchedConditions(devices, channels),
                new PolicyBypass(policyRules, devices, channels, RequestPerson.of(policyRules, directory)));
        return policyRules.rules().stream()
                .map(policyRule -> new RuleReview(
                        policyRule.name(),
                        devices.stream()
                                .filter(policyRule.match()::matchesDevice)
                                .toList(),
                        devices.size(),
                        describe(policyRule),
                        withPeople(policyRule, ruleWarnings.of(policyRule))))
                .toList();
    }

    /** With a sentence for each name of people that stands for nobody who matters. */
    private List<String> withPeople(PolicyRule policyRule, List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        policyRule
                .match()
                .requester()
                .filter(named -> PeopleLookup.find(named, directory).isEmpty())
                .ifPresent(
                        named -> all.add("nobody is among the people of its requester: it decides about no request"));
        if (policyRule.decision() instanceof PolicyDecision.Permitted permitted)
            all.addAll(notifyWarnings(permitted.requirements().approval()));
        return all;
    }

    private List<String> notifyWarnings(ApprovalRequirement approval) {
        if (approval.notified().isEmpty() || !approval.approverSelector().isExplicit()) return List.of();
        Set<SlackUserId> strangers = PeopleLookup.find(approval.notified().get(), directory);
        strangers.removeAll(PeopleLookup.find(
                approval.approverSelector().groups(),
                approval.approverSelector().users(),
                directory));
        return strangers.isEmpty()
                ? List.of()
                : List.of(describe("notify names people who may not approve and are not asked:", strangers)
                        + "; add them to its approvers");
    }

    /** Nothing is looked up where no rule names a channel. */
    private List<RequestChannel> requestChannels(PolicyRules policyRules) {
        if (policyRules.rules().stream()
                .allMatch(rule -> rule.match().channels().isEmpty())) return List.of(RequestChannel.DIRECT_MESSAGE);
        if (!servedChannelIds.isEmpty())
            return servedChannelIds.stream()
                    .map(ChannelId::new)
                    .map(id -> requestChannel(id, directory.findChannelName(id)))
                    .toList();
        List<RequestChannel> channels = new ArrayList<>(List.of(RequestChannel.DIRECT_MESSAGE));
        directory.joinedChannels().forEach((id, name) -> channels.add(requestChannel(id, Optional.of(name))));
        return channels;
    }

    private RequestChannel requestChannel(ChannelId channelId, Optional<String> name) {
        return new RequestChannel(name, directory.channelIds(channelId));
    }

    private String describe(PolicyRule policyRule) {
        String decision = describeDecision(policyRule);
        return policyRule
                .match()
                .requester()
                .map(named -> "for requests of " + describe(named) + ": " + decision)
                .orElse(decision);
    }

    private String describe(PeopleSelector named) {
        return describe(named.groups(), named.users());
    }

    private String describeDecision(PolicyRule policyRule) {
        if (!(policyRule.decision() instanceof PolicyDecision.Permitted permitted)) return "denies";
        ApprovalRequirement approval = permitted.requirements().approval();
        if (approval.quorum() == 0) return "needs no approval";
        return "approvals needed: " + approval.quorum() + ", from "
                + (approval.approverSelector().isExplicit()
                        ? describe(
                                approval.approverSelector().groups(),
                                approval.approverSelector().users())
                        : "whoever else may launch it")
                + approval.notified()
                        .map(named -> "; asked at once: " + describe(named))
                        .orElse("")
                + approval.reminder()
                        .flatMap(ApprovalRequirement.Reminder::webhook)
                        .map(url -> "; wakes people by a webhook at " + url.getHost())
                        .orElse("");
    }

    private String describe(Set<String> groupReferences, Set<String> users) {
        Stream<String> groups = new TreeSet<>(groupReferences)
                .stream()
                        .map(group -> describe(
                                group, directory.findGroupMembers(group).orElse(Set.of())));
        Stream<String> people = new TreeSet<>(users)
                .stream()
                        .map(person -> describe(
                                person, directory.findUser(person).stream().collect(Collectors.toSet())));
        return Stream.concat(groups, people).collect(Collectors.joining(", "));
    }

    private static String describe(String reference, Set<SlackUserId> people) {
        if (people.isEmpty()) return reference + " (nobody)";
        String ids =
                people.stream().map(SlackUserId::value).sorted().limit(MAX_IDS).collect(Collectors.joining(", "));
        String more = people.size() > MAX_IDS ? " and " + (people.size() - MAX_IDS) + " more" : "";
        return reference + " (" + ids + more + ")";
    }

    /** Puts together what is to be said of one rule. */
    private record RuleWarnings(UnmatchedConditions unmatchedConditions, PolicyBypass policyBypass) {

        List<String> of(PolicyRule policyRule) {
            List<String> warnings = new ArrayList<>(unmatchedConditions.warnings(policyRule.match()));
            if (warnings.isEmpty() && !policyBypass.canDecide(policyRule))
                warnings.add("decides nothing: rules above it match the same requests; move it up");
            warnings.addAll(policyBypass.warnings(policyRule));
            return warnings;
        }
    }
}
