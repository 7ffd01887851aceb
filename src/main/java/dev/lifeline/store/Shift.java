package dev.lifeline.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.Set;

/** Some hands at work, on a scheduler of their own. */
record Shift(Hands hands, Scheduler scheduler) {

    void start() {
        scheduler.start();
    }

    /**
     * Looks at what is due, where it is theirs. With all hands full a look would find nobody to do it, and db-scheduler keeps what it
     * found in a queue without end (each look anew, so that a provider that hangs would fill the memory); it looks by itself when a hand
     * gets free.
     */
    void wake(Set<Errand> asked) {
        boolean theirs = hands.errands().stream().anyMatch(asked::contains);
        if (theirs && scheduler.getCurrentlyExecuting().size() < hands.count())
            scheduler.triggerCheckForDueExecutions();
    }

    void stop() {
        scheduler.stop();
    }
}
