package dev.lifeline.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What is an offer to link worth just now? It is for one person, for a short while, and for one proof.
 *
 * @param verifiedUserId the cloud user that somebody showed a key of, once somebody did
 * @param confirmed whether it was confirmed
 */
public record LinkToken(
        SlackUserId slackUserId, Instant expiresAt, Optional<CloudUserId> verifiedUserId, boolean confirmed) {

    /** Can a key still be shown with it? */
    public boolean isUsable(Instant now) {
        return !isExpired(now) && !confirmed && verifiedUserId.isEmpty();
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
