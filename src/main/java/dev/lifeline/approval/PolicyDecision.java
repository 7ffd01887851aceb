package dev.lifeline.approval;

import dev.lifeline.rescue.PolicyRequirements;
import java.util.Optional;

/** Decision of the policy on a request. */
public sealed interface PolicyDecision {

    /**
     * The policy denies the request; approvals cannot change that.
     *
     * @param ruleName the rule that denies
     * @param policyVersion version of the whole policy, for the audit log
     * @param reason text of the policy for the requester
     * @param alternative the way that is open instead, in the policy's words
     */
    record Denied(String ruleName, String policyVersion, String reason, Optional<String> alternative)
            implements PolicyDecision {

        /** Without another way. */
        public Denied(String ruleName, String policyVersion, String reason) {
            this(ruleName, policyVersion, reason, Optional.empty());
        }
    }

    /**
     * No rule matches the request, and the policy denies what none matches.
     *
     * @param policyVersion version of the whole policy, for the audit log
     */
    record DeniedByDefault(String policyVersion) implements PolicyDecision {}

    /** The policy permits the request once these requirements are met. */
    record Permitted(PolicyRequirements requirements) implements PolicyDecision {}
}
