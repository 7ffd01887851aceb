package dev.lifeline.approval;

import dev.lifeline.device.Outage;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.PolicyRequirements;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules of a policy file. A rule that denies wins over all others; else the first that matches decides; what none
 * matches falls to {@code otherwise}.
 *
 * @param version identifies the content of the file, not blank
 */
public record PolicyRules(
        List<PolicyRule> rules, DefaultDecision otherwise, String version, InRescueReminder inRescueReminder) {

    /** The rules without a policy file. */
    public static final PolicyRules NONE = new PolicyRules(List.of(), "built-in", InRescueReminder.DEFAULT);

    /** Rules where the permission decides about what none matches. */
    public PolicyRules(List<PolicyRule> rules, String version, InRescueReminder inRescueReminder) {
        this(rules, DefaultDecision.PERMISSION, version, inRescueReminder);
    }

    public PolicyRules {
        if (version.isBlank()) throw new IllegalArgumentException("a policy has a version");
        rules = List.copyOf(rules);
    }

    /** Whether a rule calls a webhook. */
    public boolean usesWebhook() {
        return approvalRules().stream()
                .anyMatch(requirements -> requirements
                        .approval()
                        .reminder()
                        .flatMap(ApprovalRequirement.Reminder::webhook)
                        .isPresent());
    }

    /** What the rules require that ask for approvals. */
    public List<PolicyRequirements> approvalRules() {
        return rules.stream()
                .map(PolicyRule::decision)
                .filter(PolicyDecision.Permitted.class::isInstance)
                .map(decision -> ((PolicyDecision.Permitted) decision).requirements())
                .filter(requirements -> requirements.quorum() > 0)
                .toList();
    }

    /**
     * When a device in rescue is reported again.
     *
     * @param after from entering rescue to the first reminder, more than zero
     * @param every from one reminder to the next, more than zero
     */
    public record InRescueReminder(Duration after, Duration every) {

        /** Where the policy names none. */
        public static final InRescueReminder DEFAULT = new InRescueReminder(Duration.ofHours(2), Duration.ofHours(1));

        public InRescueReminder {
            requirePositive(after);
            requirePositive(every);
        }

        private static void requirePositive(Duration interval) {
            if (interval.isNegative() || interval.isZero())
                throw new IllegalArgumentException("a reminder's interval is more than zero: " + interval);
        }
    }

    /**
     * Evaluates the rules for a request.
     *
     * @throws DirectoryUnavailableException when a rule depends on something that Slack does not answer
     */
    public PolicyDecision evaluate(PolicyInput policyInput, Directory directory) {
        return firstMatching(PolicyRule::denies, policyInput, directory)
                .or(() -> firstMatching(policyRule -> !policyRule.denies(), policyInput, directory))
                .map(PolicyRule::decision)
                .orElseGet(this::defaultDecision);
    }

    private Optional<PolicyRule> firstMatching(
            Predicate<PolicyRule> kind, PolicyInput policyInput, Directory directory) {
        return rules.stream()
                .filter(kind)
                .filter(policyRule -> matches(policyRule, policyInput, directory))
                .findFirst();
    }

    /** A rule that only opens is passed over where Slack will not tell whom it is for: what follows is no freer. */
    private static boolean matches(PolicyRule policyRule, PolicyInput policyInput, Directory directory) {
        try {
            return policyRule.match().matches(policyInput, directory);
        } catch (DirectoryUnavailableException e) {
            if (e.outage() == Outage.TEMPORARY || !policyRule.onlyOpens()) throw e;
            return false;
        }
    }

    /** The rule that decides among those that match, which are in the file's order; empty where none does. */
    static Optional<PolicyRule> decidingRule(List<PolicyRule> matching) {
        return matching.stream()
                .filter(PolicyRule::denies)
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }

    private PolicyDecision defaultDecision() {
        return otherwise == DefaultDecision.DENY ? new PolicyDecision.DeniedByDefault(version) : noApprovalNeeded();
    }

    private PolicyDecision noApprovalNeeded() {
        PolicyRequirements none = PolicyRequirements.NONE;
        return new PolicyDecision.Permitted(
                new PolicyRequirements("", version, none.approval(), none.confirmation(), none.launchWindow()));
    }
}
