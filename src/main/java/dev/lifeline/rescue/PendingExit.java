package dev.lifeline.rescue;

import java.time.Instant;
import java.util.Optional;

/**
 * An exit that was requested and is still to be sent.
 *
 * @param powerCycle power-cycle instead of asking the running system to shut down
 * @param notBefore when to send it; later than now after the provider was busy
 * @param postponedNotified whether the thread was told that it waits
 * @param turnedAwayFrom the device before an exit command that the provider turned away; what began on the device since may be the
 *     effect of that command. Empty while none was sent
 */
public record PendingExit(
        Requester requestedBy,
        boolean powerCycle,
        Instant notBefore,
        boolean postponedNotified,
        Optional<Baseline> turnedAwayFrom) {

    /** No exit command was sent. */
    public PendingExit(Requester requestedBy, boolean powerCycle, Instant notBefore, boolean postponedNotified) {
        this(requestedBy, powerCycle, notBefore, postponedNotified, Optional.empty());
    }

    /** Waits until another time. */
    PendingExit postponedUntil(Instant retryAt) {
        return new PendingExit(requestedBy, powerCycle, retryAt, true, turnedAwayFrom);
    }

    PendingExit withTurnedAwayFrom(Baseline baseline) {
        return new PendingExit(
                requestedBy, powerCycle, notBefore, postponedNotified, turnedAwayFrom.or(() -> Optional.of(baseline)));
    }
}
