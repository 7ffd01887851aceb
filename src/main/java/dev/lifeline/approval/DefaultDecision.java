package dev.lifeline.approval;

/** What holds for a request that no rule of the policy matches: {@code otherwise} in the policy file. */
public enum DefaultDecision {
    /** The permission decides: whoever may launch it, may, without approval. */
    PERMISSION,
    /** It is denied. */
    DENY
}
