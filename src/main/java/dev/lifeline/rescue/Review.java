package dev.lifeline.rescue;

import java.time.Instant;
import java.util.Optional;

/**
 * Review of a break-glass, pending until somebody else signs it off.
 *
 * @param reason the requester's
 * @param signOff who signed it off; empty while it is pending
 * @param overdueNotified whether the channel was told that it is overdue
 */
public record Review(
        String reason, Instant breakGlassAt, Instant dueAt, Optional<SignOff> signOff, boolean overdueNotified) {

    /** The signature; never the requester's. */
    public record SignOff(Requester reviewer, Instant signedOffAt) {}

    public boolean isPending() {
        return signOff.isEmpty();
    }

    /** When to report it as overdue; empty once that was done or it is signed off. */
    Optional<Instant> due() {
        return isPending() && !overdueNotified ? Optional.of(dueAt) : Optional.empty();
    }
}
