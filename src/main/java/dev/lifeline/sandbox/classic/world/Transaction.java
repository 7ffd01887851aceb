package dev.lifeline.sandbox.classic.world;

import java.time.Duration;
import java.time.Instant;

/** The provider's record of a work, as it stands at one moment. */
public record Transaction(
        long id, Group group, Status status, Instant created, Instant modified, Instant statusChanged) {

    private static final long SETUP_OFFSET = 40_000_000;
    private static final Duration SETUP_TIME = Duration.ofMinutes(14);

    /** The one that set the device up long ago. */
    public static Transaction settingUp(Spec spec) {
        Instant done = spec.provisioned();
        long id = SETUP_OFFSET + spec.id() % SETUP_OFFSET;
        return new Transaction(id, Group.SETUP, Status.COMPLETE, done.minus(SETUP_TIME), done, done);
    }
}
