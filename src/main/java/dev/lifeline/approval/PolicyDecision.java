package dev.lifeline.approval;

import dev.lifeline.rescue.PolicyRequirements;

/** What does the policy say? */
public sealed interface PolicyDecision {

    /**
     * Not by this bot, whoever agrees.
     *
     * @param ruleName which one says so
     * @param policyVersion of the whole policy, so that the record tells which one said so
     * @param reason in the policy's own words, for the requester
     */
    record Denied(String ruleName, String policyVersion, String reason) implements PolicyDecision {}

    /** Yes, once this is done. */
    record Permitted(PolicyRequirements requirements) implements PolicyDecision {}
}
