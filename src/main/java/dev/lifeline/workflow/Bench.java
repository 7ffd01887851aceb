package dev.lifeline.workflow;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.chronicle.Author;
import dev.lifeline.chronicle.Chronicle;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Reach;
import dev.lifeline.rescue.Atomically;
import dev.lifeline.rescue.LostRace;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueKernel;
import dev.lifeline.rescue.RescueRequests;
import java.time.Instant;
import java.time.InstantSource;

/** What does every step of the clockwork work with? */
public record Bench(
        AccessCheck access,
        Devices devices,
        RescueKernel kernel,
        Reach reach,
        RescueRequests requests,
        Chronicle chronicle,
        Atomically atomically,
        InstantSource clock,
        Cadence cadence) {

    /** When to try again what cannot be done now. */
    Instant again() {
        return clock.instant().plus(cadence.again());
    }

    /** Writes a move of the clockwork's own; false when somebody else moved the request first. */
    boolean write(Move.Moved moved) {
        try {
            atomically.run(() -> chronicle.write(moved, Author.CLOCKWORK));
            return true;
        } catch (LostRace race) {
            return false;
        }
    }
}
