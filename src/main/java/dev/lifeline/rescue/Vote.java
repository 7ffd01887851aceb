package dev.lifeline.rescue;

import java.time.Instant;

/**
 * Who agreed, to what?
 *
 * @param planDigest of the plan as the voter saw it: a vote counts for that plan and no other
 * @param comment in the voter's own words; empty for none
 */
public record Vote(Requester voter, String planDigest, String comment, Instant votedAt) {}
