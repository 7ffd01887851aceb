package dev.lifeline.access;

import java.time.Instant;
import java.util.Optional;

/**
 * State of a link token: a single-use offer to one Slack user to link their account, valid for a short time.
 *
 * @param verifiedUserId the cloud user whose API key was presented with it
 * @param confirmed whether the link was confirmed, which uses the token up
 */
public record LinkToken(
        SlackUserId slackUserId, Instant expiresAt, Optional<CloudUserId> verifiedUserId, boolean confirmed) {

    /** Whether an API key was presented with it; no other one can be. */
    public boolean isUsed() {
        return confirmed || verifiedUserId.isPresent();
    }

    /** Whether the time is over; the end itself counts as over. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
