package dev.lifeline.rescue;

import java.time.Instant;
import java.util.Optional;

/**
 * Was it right to go ahead without the others? Open from the moment the glass was broken until somebody else has signed.
 *
 * @param reason the requester's
 * @param signOff who looked at it afterwards; empty while nobody has
 * @param overdueNotified whether the place was told that nobody signed in time
 */
public record Review(
        String reason, Instant breakGlassAt, Instant dueAt, Optional<SignOff> signOff, boolean overdueNotified) {

    /** Whose signature? Never the requester's. */
    public record SignOff(Requester reviewer, Instant signedOffAt) {}

    public boolean isPending() {
        return signOff.isEmpty();
    }

    /** When somebody has to be reminded of it; empty once that was done or it is signed. */
    Optional<Instant> due() {
        return isPending() && !overdueNotified ? Optional.of(dueAt) : Optional.empty();
    }
}
