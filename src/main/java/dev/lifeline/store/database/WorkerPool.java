package dev.lifeline.store.database;

import java.util.Arrays;
import java.util.List;

/**
 * Thread pools of the job engine. Threads mostly wait for another server: interactions for Slack and the provider, request steps for the
 * provider, deliveries for Slack. With a pool for each, a server that hangs holds up only the jobs that need it. New
 * interactions and replies are in hand and have threads of their own; here they are what was left over, failed or is due later.
 */
public enum WorkerPool {
    INTERACTIONS(8),
    REQUEST_STEPS(12),
    OUTBOX_DELIVERIES(12);

    private final int threadCount;

    WorkerPool(int threadCount) {
        this.threadCount = threadCount;
    }

    /** Number of threads on one replica. */
    public int threadCount() {
        return threadCount;
    }

    /** The types of the jobs that the pool runs. */
    public List<JobType> jobTypes() {
        return Arrays.stream(JobType.values())
                .filter(jobType -> jobType.workerPool() == this)
                .toList();
    }
}
