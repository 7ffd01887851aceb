package dev.lifeline.approval;

import dev.lifeline.rescue.PolicyRequirements;

/** Who else must agree before this device is launched, and within what time? Asked once, when a request opens. */
@FunctionalInterface
public interface Policy {

    /** The built-in policy: the permission decides, nobody else is asked. */
    Policy PERMISSION_ONLY = policyInput -> new PolicyDecision.Permitted(PolicyRequirements.NONE);

    /**
     * What it says to a wish.
     *
     * @throws DirectoryUnavailableException when that hangs on something that Slack does not tell just now; then nobody is waved through
     */
    PolicyDecision evaluate(PolicyInput policyInput);

    /** When a device that stays in rescue is spoken of again. */
    default PolicyRules.InRescueReminder inRescueReminder() {
        return PolicyRules.InRescueReminder.DEFAULT;
    }
}
