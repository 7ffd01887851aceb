package dev.lifeline.message;

import dev.lifeline.access.GrantOutcome;
import dev.lifeline.access.Offer;
import java.util.Optional;

/**
 * What came of a press on Grant or Revoke?
 *
 * @param outcome what the provider answered
 * @param seen whether the change shows when the user is read again; empty when they could not be read
 */
public record AccessChanged(Offer offer, GrantOutcome outcome, Optional<Boolean> seen) {

    /** Only what was seen counts (promise P3). */
    public boolean isMade() {
        return seen.orElse(false);
    }
}
