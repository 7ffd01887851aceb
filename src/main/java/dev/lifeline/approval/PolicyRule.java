package dev.lifeline.approval;

/** One rule of a policy: its name, the requests that it matches, and its decision on them. */
public record PolicyRule(String name, Match match, PolicyDecision decision) {

    /** Number of approvals that it asks for; 0 for none, and for a rule that denies. */
    public int quorum() {
        return decision instanceof PolicyDecision.Permitted permitted
                ? permitted.requirements().quorum()
                : 0;
    }
}
