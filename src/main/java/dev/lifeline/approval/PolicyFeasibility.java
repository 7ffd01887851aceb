package dev.lifeline.approval;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import dev.lifeline.rescue.PeopleSelector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that every rule can be satisfied by the people in Slack: a rule without enough approvers would leave a server down. */
public final class PolicyFeasibility {

    private final Directory directory;

    public PolicyFeasibility(Directory directory) {
        this.directory = directory;
    }

    /**
     * Returns one sentence for each problem, with what to change; empty when every rule can be satisfied for every requester.
     *
     * @throws DirectoryUnavailableException when Slack gives no usable answer
     */
    public List<String> problems(PolicyRules policyRules) {
        List<String> problems = new ArrayList<>();
        for (PolicyRule policyRule : policyRules.rules()) {
            policyRule.match().requester().ifPresent(named -> checkNames(policyRule.name(), named, problems));
            if (policyRule.decision() instanceof PolicyDecision.Permitted permitted) {
                ApprovalRequirement approval = permitted.requirements().approval();
                approval.notified().ifPresent(named -> checkNames(policyRule.name(), named, problems));
                checkRule(policyRule.name(), approval, new HashSet<>(), problems);
            }
        }
        return problems;
    }

    /**
     * Returns one sentence for each rule that people could satisfy by their names and cannot as they are now: deactivated in
     * Slack, disabled at the provider, without the permission, or one human with two accounts. Its requests are refused until
     * somebody helps.
     *
     * @throws DirectoryUnavailableException when Slack gives no usable answer
     */
    public List<String> shortages(PolicyRules policyRules, ApproverAbility ability) {
        List<String> shortages = new ArrayList<>();
        for (PolicyRule policyRule : policyRules.rules())
            if (policyRule.decision() instanceof PolicyDecision.Permitted permitted)
                shortage(permitted.requirements().approval(), ability)
                        .ifPresent(text -> shortages.add("rule " + policyRule.name() + ": " + text));
        return shortages;
    }

    private Optional<String> shortage(ApprovalRequirement approvalRequirement, ApproverAbility ability) {
        int quorum = approvalRequirement.quorum();
        if (quorum == 0 || !approvalRequirement.approverSelector().isExplicit()) return Optional.empty();
        Set<SlackUserId> people = new HashSet<>();
        checkRule("", approvalRequirement, people, new ArrayList<>());
        List<ApproverAbility.Examined> examined =
                ability.examine(people, approvalRequirement.approverSelector().permission(), Optional.empty());
        int able = ApproverAbility.countHumans(examined.stream()
                .filter(ApproverAbility.Examined::isAble)
                .map(ApproverAbility.Examined::human)
                .toList());
        if (able > quorum) return Optional.empty();
        String unable = examined.stream()
                .flatMap(one -> one.obstacle().map(reason -> one.slackUserId() + " (" + inWords(reason) + ")").stream())
                .collect(Collectors.joining(", "));
        return Optional.of(quorum + " must approve, the requester has no vote, and only " + able + " of the "
                + people.size() + " people whom it names can"
                + (unable.isEmpty() ? ", counted by human" : "; not " + unable)
                + "; name more approvers, or have an administrator help those");
    }

    private static String inWords(DenialReason reason) {
        if (reason instanceof DenialReason.NotWorkspaceMember notMember)
            return notMember.userKind() == SlackUser.UserKind.DEACTIVATED
                    ? "deactivated in Slack"
                    : "no member of this workspace";
        if (reason instanceof DenialReason.CloudUserNotActive notActive)
            return "cloud user " + notActive.username() + " is " + notActive.statusLabel();
        return reason instanceof DenialReason.MissingPermission missing
                ? "cloud user " + missing.username() + " lacks " + missing.permission()
                : "no cloud user";
    }

    /** Adds the people whom a rule names, the escalation included, and the problems with them. */
    private void checkRule(
            String rule, ApprovalRequirement approvalRequirement, Set<SlackUserId> people, List<String> problems) {
        addGroups(rule, approvalRequirement.approverSelector().groups(), people, problems);
        addUsers(rule, approvalRequirement.approverSelector().users(), people, problems);
        addUsers(rule, approvalRequirement.reminder().map(Reminder::escalateTo).orElse(Set.of()), people, problems);
        if (approvalRequirement.quorum() > 0
                && approvalRequirement.approverSelector().isExplicit())
            checkQuorum(rule, approvalRequirement, people.size(), problems);
    }

    private void checkNames(String rule, PeopleSelector named, List<String> problems) {
        addGroups(rule, named.groups(), new HashSet<>(), problems);
        addUsers(rule, named.users(), new HashSet<>(), problems);
    }

    private void addGroups(String rule, Set<String> groups, Set<SlackUserId> people, List<String> problems) {
        for (String group : groups) {
            Optional<Set<SlackUserId>> members = directory.findGroupMembers(group);
            if (members.isEmpty())
                problems.add("rule " + rule + ": there is no Slack user group " + group
                        + "; create it or correct its handle");
            members.ifPresent(people::addAll);
        }
    }

    private void addUsers(String rule, Set<String> references, Set<SlackUserId> people, List<String> problems) {
        for (String reference : references) {
            Optional<SlackUserId> person = directory.findUser(reference);
            if (person.isEmpty())
                problems.add("rule " + rule + ": Slack knows nobody, or several, by " + reference
                        + "; give the member id or the e-mail");
            person.ifPresent(people::add);
        }
    }

    /** The requester may be one of the approvers, and has no vote then. */
    private static void checkQuorum(
            String rule, ApprovalRequirement approvalRequirement, int people, List<String> problems) {
        int quorum = approvalRequirement.quorum();
        if (people < quorum)
            problems.add("rule " + rule + ": " + quorum + " must approve but only " + people
                    + " may, so nobody could satisfy it; name more approvers");
        else if (people == quorum)
            problems.add(
                    "rule " + rule + ": when one of its " + people
                            + " approvers asks, too few others are left; name more approvers, or add one with remind: {then: …}");
    }
}
