package dev.lifeline.store.database;

import java.time.Duration;
import java.util.Locale;

/** Types of jobs. Their names are stored in the database as task names. */
public enum JobType {
    INTERACTIONS(WorkerPool.INTERACTIONS, 0, Duration.ZERO),
    REQUEST_STEPS(WorkerPool.REQUEST_STEPS, 1, Duration.ZERO),
    OUTBOX_DELIVERIES(WorkerPool.OUTBOX_DELIVERIES, 1, Duration.ofSeconds(2)),
    DEVICE_POLL(WorkerPool.REQUEST_STEPS, 1, Duration.ZERO);

    private final WorkerPool workerPool;
    private final int priority;
    private final Duration minRescheduleDelay;

    JobType(WorkerPool workerPool, int priority, Duration minRescheduleDelay) {
        this.workerPool = workerPool;
        this.priority = priority;
        this.minRescheduleDelay = minRescheduleDelay;
    }

    public String taskName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The threads that run jobs of this type. */
    WorkerPool workerPool() {
        return workerPool;
    }

    /** Priority in db-scheduler, higher first: request steps and deliveries go before new interactions, however many there are. */
    int priority() {
        return priority;
    }

    /**
     * Earliest time from now to which scheduling again moves an instance that waits for its time. So a stream that Slack does not accept
     * messages of is not tried again with each message that is added to it.
     */
    Duration minRescheduleDelay() {
        return minRescheduleDelay;
    }
}
