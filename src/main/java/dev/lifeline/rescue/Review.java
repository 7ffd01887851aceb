package dev.lifeline.rescue;

import java.time.Instant;
import java.util.Optional;

/**
 * Was it right to go ahead without the others? Open from the moment the glass was broken until somebody else has signed.
 *
 * @param reason the requester's
 * @param signed who looked at it afterwards; empty while nobody has
 * @param overdueSaid whether the place was told that nobody signed in time
 */
public record Review(String reason, Instant brokenAt, Instant by, Optional<Signature> signed, boolean overdueSaid) {

    /** Whose signature? Never the requester's. */
    public record Signature(Requester by, Instant at) {}

    public boolean isOpen() {
        return signed.isEmpty();
    }

    /** When somebody has to be reminded of it; empty once that was done or it is signed. */
    Optional<Instant> due() {
        return isOpen() && !overdueSaid ? Optional.of(by) : Optional.empty();
    }
}
