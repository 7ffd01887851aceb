package dev.lifeline.store.database;

import java.time.Duration;
import java.util.Locale;

/** Which kinds of work does the engine know? The names stand in the database. */
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

    /** Who does it. */
    WorkerPool workerPool() {
        return workerPool;
    }

    /** Higher goes first: what was decided is carried through before more is decided, however many ask. */
    int priority() {
        return priority;
    }

    /**
     * How soon at the earliest does one that waits for its time already come up again when it is asked for once more? A lane that Slack
     * does not take from is not tried again at each letter that is put to the others.
     */
    Duration minRescheduleDelay() {
        return minRescheduleDelay;
    }
}
