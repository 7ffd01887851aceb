package dev.lifeline.rescue;

import java.time.Instant;
import java.util.Optional;

/**
 * What was found out about a device when its rescue was requested, beside what the provider says, for the question whether a rescue is the
 * right tool.
 *
 * @param answers whether it answered a probe; it may run and not answer, or not to the bot. Empty for a device that is off, which is not asked
 * @param lastRescue the last rescue of it whose command was sent; empty where this bot knows of none
 */
public record DeviceFindings(Optional<Boolean> answers, Optional<PastRescue> lastRescue) {

    /** A rescue that is over, and how it ended. */
    public record PastRescue(Instant endedAt, CloseReason closeReason) {}
}
