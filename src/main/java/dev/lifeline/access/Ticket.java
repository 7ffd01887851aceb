package dev.lifeline.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What is an offer to link worth just now? It is for one person, for a short while, and for one proof.
 *
 * @param proved the cloud user that somebody showed a key of, once somebody did
 * @param used whether it was confirmed
 */
public record Ticket(SlackUserId person, Instant until, Optional<CloudUserId> proved, boolean used) {

    /** Can a key still be shown with it? */
    public boolean open(Instant now) {
        return !over(now) && !used && proved.isEmpty();
    }

    public boolean over(Instant now) {
        return !now.isBefore(until);
    }
}
