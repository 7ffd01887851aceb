package dev.lifeline.drill;

import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import java.time.Duration;
import java.time.Instant;

/**
 * What the device of a drill does at a moment, by the stage of its request and the time since that stage's command was claimed. A claim
 * counts as sent, whatever became of the process that made it.
 *
 * @param length of each phase, more than zero
 */
record DrillPhases(Duration length) {

    /** Enough polls that none of the phases is missed. */
    private static final int POLLS_A_PHASE = 12;

    DrillPhases {
        if (length.isZero() || length.isNegative())
            throw new IllegalArgumentException("a phase takes more than no time: " + length);
    }

    /** What a device does. */
    enum Phase {
        INSTALLED,
        PREPARING,
        OFF,
        BOOTING,
        IN_RESCUE,
        REBOOTING,
        BACK
    }

    /** Phases long enough to be seen by somebody who looks this often. */
    static DrillPhases seenEvery(Duration poll) {
        return new DrillPhases(poll.multipliedBy(POLLS_A_PHASE));
    }

    /** From the launch command to the rescue kernel. */
    Duration boot() {
        return length.multipliedBy(3);
    }

    Phase at(Stage stage, Instant now) {
        if (stage instanceof Launching launching)
            return launching.withdrawal().isPresent() ? Phase.INSTALLED : afterLaunch(launching.sentAt(), now);
        if (stage instanceof Booting booting) return afterLaunch(booting.launchedAt(), now);
        if (stage instanceof InRescue) return Phase.IN_RESCUE;
        if (stage instanceof Exiting exiting)
            return isOver(exiting.sentAt(), length, now) ? Phase.BACK : Phase.REBOOTING;
        return Phase.INSTALLED;
    }

    private Phase afterLaunch(Instant sentAt, Instant now) {
        if (isOver(sentAt, boot(), now)) return Phase.IN_RESCUE;
        if (isOver(sentAt, length.multipliedBy(2), now)) return Phase.BOOTING;
        return isOver(sentAt, length, now) ? Phase.OFF : Phase.PREPARING;
    }

    /** A command of the future was claimed before the clock was put back: nobody waits for that time to come again. */
    private static boolean isOver(Instant since, Duration time, Instant now) {
        return now.isBefore(since) || !now.isBefore(since.plus(time));
    }
}
