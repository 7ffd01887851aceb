package dev.lifeline.rescue;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;

/**
 * What the policy requires before a launch. Frozen into the plan when the request opens: a change of the policy applies to
 * later requests only.
 *
 * @param ruleName the rule that decided; empty where none matched
 * @param policyVersion version of the whole policy, for the audit log
 * @param launchWindow how long after the last approval the launch may start, more than zero
 * @param alternative the way that is open where the request is refused or nobody answers, in the policy's words
 */
public record PolicyRequirements(
        String ruleName,
        String policyVersion,
        ApprovalRequirement approval,
        ConfirmationRequirements confirmation,
        Duration launchWindow,
        Optional<String> alternative) {

    /** Launch window where the rule names none. */
    public static final Duration DEFAULT_LAUNCH_WINDOW = Duration.ofMinutes(10);

    /** The permission decides; no approval is required. */
    public static final PolicyRequirements NONE = new PolicyRequirements(
            "", "built-in", ApprovalRequirement.NONE, ConfirmationRequirements.NONE, DEFAULT_LAUNCH_WINDOW);

    /** Without another way. */
    public PolicyRequirements(
            String ruleName,
            String policyVersion,
            ApprovalRequirement approval,
            ConfirmationRequirements confirmation,
            Duration launchWindow) {
        this(ruleName, policyVersion, approval, confirmation, launchWindow, Optional.empty());
    }

    public PolicyRequirements {
        ApprovalRequirement.requirePositive("launch window", launchWindow);
    }

    /** Number of approvals required; 0 for none. */
    public int quorum() {
        return approval.quorum();
    }

    /**
     * What is required of the person who confirms or approves.
     *
     * @param reasonPattern regular expression in RE2 syntax (matched in linear time) that the requester's whole reason has
     *     to match; empty where no reason is required
     * @param reasonHint what such a reason looks like, in the words of the policy
     * @param verifiedWithin how long ago, at most, they presented their API key, more than zero; empty where that is not
     *     required
     */
    public record ConfirmationRequirements(
            Optional<String> reasonPattern, Optional<String> reasonHint, Optional<Duration> verifiedWithin) {

        public static final ConfirmationRequirements NONE =
                new ConfirmationRequirements(Optional.empty(), Optional.empty());

        public ConfirmationRequirements {
            verifiedWithin.ifPresent(age -> ApprovalRequirement.requirePositive("age of the verification", age));
        }

        /** Requirements without a hint. */
        public ConfirmationRequirements(Optional<String> reasonPattern, Optional<Duration> verifiedWithin) {
            this(reasonPattern, Optional.empty(), verifiedWithin);
        }

        /** Whether the reason is the one that is required. */
        public boolean acceptsReason(String reason) {
            return reasonPattern
                    .map(pattern -> Pattern.matches(pattern, reason))
                    .orElse(true);
        }
    }
}
