package dev.lifeline.rescue;

import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.Launching;

/** Tells one claim of a command from another. */
public final class ClaimedCommand {

    private ClaimedCommand() {}

    /** Whether both stages are of one claim of a command; observations may have added to either since. */
    public static boolean isSame(Stage one, Stage other) {
        if (one instanceof AwaitingConfirmation mine && other instanceof AwaitingConfirmation theirs)
            return mine.powerOn()
                    .flatMap(claim -> theirs.powerOn().filter(claim::isSameClaim))
                    .isPresent();
        boolean command = one instanceof Launching || one instanceof Exiting;
        return command
                && other.getClass() == one.getClass()
                && other.startedAt().equals(one.startedAt());
    }
}
