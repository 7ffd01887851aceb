package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.WorkerPool;
import java.util.Set;

/** Some hands at work, on a scheduler of their own. */
record PoolScheduler(WorkerPool workerPool, Scheduler scheduler) {

    void start() {
        scheduler.start();
    }

    /**
     * Looks at what is due, where it is theirs. With all hands full a look would find nobody to do it, and db-scheduler keeps what it
     * found in a queue without end (each look anew, so that a provider that hangs would fill the memory); it looks by itself when a hand
     * gets free.
     */
    void triggerIfDue(Set<JobType> asked) {
        boolean theirs = workerPool.jobTypes().stream().anyMatch(asked::contains);
        if (theirs && scheduler.getCurrentlyExecuting().size() < workerPool.threadCount())
            scheduler.triggerCheckForDueExecutions();
    }

    void stop() {
        scheduler.stop();
    }
}
