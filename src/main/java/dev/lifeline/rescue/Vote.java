package dev.lifeline.rescue;

import java.time.Instant;

/**
 * One approval.
 *
 * @param planDigest digest of the plan as the voter saw it: the vote counts for that plan only
 * @param comment the voter's; empty for none
 */
public record Vote(Requester voter, String planDigest, String comment, Instant votedAt) {

    public Vote {
        if (planDigest.isBlank()) throw new IllegalArgumentException("a vote is bound to a plan");
    }
}
