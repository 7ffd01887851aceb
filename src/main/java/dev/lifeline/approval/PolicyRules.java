package dev.lifeline.approval;

import dev.lifeline.rescue.PolicyRequirements;
import java.time.Duration;
import java.util.List;

/**
 * What does a policy file say? A rule that denies wins over all others; else the first that matches decides; what matches none needs
 * nobody else.
 *
 * @param version tells one edition of the file from another
 * @param inRescueReminder when a device that lingers in rescue is spoken of
 */
public record PolicyRules(List<PolicyRule> rules, String version, InRescueReminder inRescueReminder) {

    /** Says what everybody without a policy has. */
    public static final PolicyRules NONE = new PolicyRules(List.of(), "built-in", InRescueReminder.DEFAULT);

    public PolicyRules {
        rules = List.copyOf(rules);
    }

    /** How long may a device stay in rescue before it is spoken of, and how often then? */
    public record InRescueReminder(Duration after, Duration every) {

        /** Where nothing says otherwise: a device is never forgotten. */
        public static final InRescueReminder DEFAULT = new InRescueReminder(Duration.ofHours(2), Duration.ofHours(1));
    }

    /** The ruling on a wish. */
    public PolicyDecision evaluate(PolicyInput policyInput, Directory directory) {
        List<PolicyRule> matching = rules.stream()
                .filter(policyRule -> policyRule.match().matches(policyInput, directory))
                .toList();
        return matching.stream()
                .map(PolicyRule::decision)
                .filter(PolicyDecision.Denied.class::isInstance)
                .findFirst()
                .or(() -> matching.stream().map(PolicyRule::decision).findFirst())
                .orElseGet(this::noApprovalNeeded);
    }

    private PolicyDecision noApprovalNeeded() {
        PolicyRequirements none = PolicyRequirements.NONE;
        return new PolicyDecision.Permitted(
                new PolicyRequirements("", version, none.approval(), none.confirmation(), none.launchWindow()));
    }
}
