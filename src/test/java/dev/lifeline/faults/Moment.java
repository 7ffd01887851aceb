package dev.lifeline.faults;

import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.Leave;
import dev.lifeline.rescue.Stage.Returning;
import java.util.function.Predicate;

/** Where is a rescue when a fault is switched on, so that it strikes just one call? */
enum Moment {
    CLEARED(Cleared.class::isInstance),
    BOOTING(stage -> stage instanceof Launching || stage instanceof Booting),
    IN_RESCUE(InRescue.class::isInstance),
    RETURNING(Returning.class::isInstance),
    /** Nobody has seen it come back, or a power cycle is ordered because of that. */
    OVERDUE(stage -> (stage instanceof Returning back && back.overdueSaid())
            || (stage instanceof InRescue in && in.leave().filter(Leave::hard).isPresent()));

    private final Predicate<Stage> test;

    Moment(Predicate<Stage> test) {
        this.test = test;
    }

    boolean isNow(Stage stage) {
        return test.test(stage);
    }
}
