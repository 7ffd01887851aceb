package dev.lifeline.store.database;

import java.util.Arrays;
import java.util.List;

/**
 * Who does which work? Most of the time hands wait for somebody else's server, and where it hangs all that wait for it are full. So each
 * kind has its own: asks wait for Slack and the provider, steps for the provider, deliveries for Slack, and none keeps another waiting.
 */
public enum WorkerPool {
    INTERACTIONS(24),
    REQUEST_STEPS(12),
    OUTBOX_DELIVERIES(12);

    private final int threadCount;

    WorkerPool(int threadCount) {
        this.threadCount = threadCount;
    }

    /** How many there are on one replica. */
    public int threadCount() {
        return threadCount;
    }

    /** What they do. */
    public List<JobType> jobTypes() {
        return Arrays.stream(JobType.values())
                .filter(jobType -> jobType.workerPool() == this)
                .toList();
    }
}
