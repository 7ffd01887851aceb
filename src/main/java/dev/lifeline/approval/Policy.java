package dev.lifeline.approval;

import dev.lifeline.rescue.PolicyRequirements;
import java.util.List;

/** Decides what a request requires: nothing, approvals, or that it is denied. Evaluated once, when the request opens. */
@FunctionalInterface
public interface Policy {

    /** The built-in policy: the permission decides, no approval is required. */
    Policy PERMISSION_ONLY = policyInput -> new PolicyDecision.Permitted(PolicyRequirements.NONE);

    /**
     * Evaluates the policy for a request. May block for lookups in the {@link Directory}.
     *
     * @throws DirectoryUnavailableException when the decision depends on something that Slack does not answer; the request
     *     is then not granted
     */
    PolicyDecision evaluate(PolicyInput policyInput);

    /** What the rules require that ask for approvals, as they are in force. */
    default List<PolicyRequirements> approvalRules() {
        return List.of();
    }

    /** When the channel is reminded of a device that stays in rescue. */
    default PolicyRules.InRescueReminder inRescueReminder() {
        return PolicyRules.InRescueReminder.DEFAULT;
    }
}
