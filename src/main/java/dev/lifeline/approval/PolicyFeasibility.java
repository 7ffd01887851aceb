package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        for (PolicyRule policyRule : policyRules.rules())
            if (policyRule.decision() instanceof PolicyDecision.Permitted permitted)
                checkRule(policyRule.name(), permitted.requirements().approval(), problems);
        return problems;
    }

    private void checkRule(String rule, ApprovalRequirement approvalRequirement, List<String> problems) {
        Set<SlackUserId> people = new HashSet<>();
        for (String group : approvalRequirement.approverSelector().groups()) {
            Optional<Set<SlackUserId>> members = directory.findGroupMembers(group);
            if (members.isEmpty())
                problems.add("rule " + rule + ": there is no Slack user group " + group
                        + "; create it or correct its handle");
            members.ifPresent(people::addAll);
        }
        addUsers(rule, approvalRequirement.approverSelector().users(), people, problems);
        addUsers(rule, approvalRequirement.reminder().map(Reminder::escalateTo).orElse(Set.of()), people, problems);
        if (approvalRequirement.quorum() > 0
                && approvalRequirement.approverSelector().isExplicit())
            checkQuorum(rule, approvalRequirement, people.size(), problems);
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
