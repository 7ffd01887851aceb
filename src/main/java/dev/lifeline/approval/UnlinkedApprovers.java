package dev.lifeline.approval;

import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.UnreadableRecordException;
import dev.lifeline.rescue.PolicyRequirements;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the approvers whom a policy names and who still have to show who they are on the account, so that nobody learns it at the click, at
 * night: user managers, whom their e-mail alone does not identify, those without a cloud user, and with step-up those who never showed a
 * key. Thread-safe; blocks as {@link ApproverAbility} does.
 */
public final class UnlinkedApprovers {

    private final Directory directory;
    private final ApproverAbility ability;
    private final AccountLinks accountLinks;

    public UnlinkedApprovers(Directory directory, ApproverAbility ability, AccountLinks accountLinks) {
        this.directory = directory;
        this.ability = ability;
        this.accountLinks = accountLinks;
    }

    /** All of them. */
    public Set<SlackUserId> find(List<PolicyRequirements> rules) {
        return rules.stream().flatMap(rule -> find(rule).stream()).collect(Collectors.toSet());
    }

    /** A sentence for each rule that names some. */
    public List<String> warnings(PolicyRules policyRules) {
        TreeMap<String, String> warnings = new TreeMap<>();
        for (PolicyRequirements rule : policyRules.approvalRules()) {
            Set<String> people =
                    find(rule).stream().map(SlackUserId::value).collect(Collectors.toCollection(TreeSet::new));
            if (!people.isEmpty())
                warnings.put(
                        rule.ruleName(),
                        "rule " + rule.ruleName() + ": " + String.join(", ", people)
                                + " may approve and still have to show who they are; ask them to type /rescue link now");
        }
        return List.copyOf(warnings.values());
    }

    private Set<SlackUserId> find(PolicyRequirements rule) {
        Set<SlackUserId> named = PeopleLookup.find(
                rule.approval().approverSelector().groups(),
                rule.approval().approverSelector().users(),
                directory);
        Set<SlackUserId> unlinked = ability.unlinked(named);
        if (rule.confirmation().verifiedWithin().isPresent())
            named.stream().filter(this::neverVerified).forEach(unlinked::add);
        return unlinked;
    }

    private boolean neverVerified(SlackUserId person) {
        try {
            return accountLinks.findAll(person).stream()
                    .allMatch(accountLink -> accountLink.verified().isEmpty());
        } catch (UnreadableRecordException e) {
            return false;
        }
    }
}
