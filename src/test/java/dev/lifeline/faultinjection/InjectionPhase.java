package dev.lifeline.faultinjection;

import dev.lifeline.rescue.PendingExit;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.util.function.Predicate;

/** The phase of a rescue in which a fault is injected, so that it hits a single call. */
enum InjectionPhase {
    READY_TO_LAUNCH(ReadyToLaunch.class::isInstance),
    BOOTING(stage -> stage instanceof Launching || stage instanceof Booting),
    IN_RESCUE(InRescue.class::isInstance),
    EXITING(Exiting.class::isInstance),
    /** The exit was not observed in time, or a power cycle was requested because of that. */
    EXIT_OVERDUE(stage -> (stage instanceof Exiting exiting && exiting.overdueNotified())
            || (stage instanceof InRescue inRescue
                    && inRescue.pendingExit().filter(PendingExit::powerCycle).isPresent()));

    private final Predicate<Stage> stageMatcher;

    InjectionPhase(Predicate<Stage> stageMatcher) {
        this.stageMatcher = stageMatcher;
    }

    boolean matches(Stage stage) {
        return stageMatcher.test(stage);
    }
}
