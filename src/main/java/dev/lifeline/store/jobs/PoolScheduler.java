package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.WorkerPool;
import java.util.Set;

/** A worker pool with the db-scheduler instance that feeds it. */
record PoolScheduler(WorkerPool workerPool, Scheduler scheduler, PollHeartbeat heartbeat) {

    void start() {
        heartbeat.restart();
        scheduler.start();
    }

    /**
     * Has due executions fetched if one of the job types belongs to this pool and a thread is free. With every thread busy, db-scheduler
     * would put each fetched execution into a queue without bound, again at every trigger, and so fill the memory while a platform hangs;
     * it fetches by itself when a thread becomes free.
     */
    void triggerIfDue(Set<JobType> dueJobTypes) {
        boolean inPool = workerPool.jobTypes().stream().anyMatch(dueJobTypes::contains);
        if (inPool && scheduler.getCurrentlyExecuting().size() < workerPool.threadCount())
            scheduler.triggerCheckForDueExecutions();
    }

    /** Blocks until running executions have ended, 5 s at most. */
    void stop() {
        scheduler.stop();
    }
}
