package dev.lifeline.store.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** By which right each thread runs the job that it runs, and whether it still has that right. Thread-safe. */
public final class JobRights {

    private final Transactions transactions;
    private final ReplicaLease lease;

    // not static: a thread may run a job of one store and use another
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Right> current = new ThreadLocal<>();

    public JobRights(Transactions transactions, ReplicaLease lease) {
        this.transactions = transactions;
        this.lease = lease;
    }

    /** The right to run a job, which another process may have taken over meanwhile. */
    public sealed interface Right {

        /** The process has the rows of this owner in hand. */
        record Owned(String owner) implements Right {}

        /**
         * The process has picked a row of the schedule.
         *
         * @param version of the row since then; another process that picks it raises it
         */
        record Picked(JobType jobType, String key, long version) implements Right {}
    }

    /** Runs a job by a right. */
    public <T> T run(Right right, Supplier<T> job) {
        Right outer = current.get();
        current.set(right);
        try {
            return job.get();
        } finally {
            if (outer == null) current.remove();
            else current.set(outer);
        }
    }

    /** The right of the job that the thread runs; empty where it runs none. */
    public Optional<Right> current() {
        return Optional.ofNullable(current.get());
    }

    /** Whether nobody has taken over what is done by that right; reads the schedule for a job that was picked from it. */
    public boolean isHeld(Optional<Right> right) {
        return right.map(this::isHeld).orElse(true);
    }

    private boolean isHeld(Right right) {
        return right instanceof Right.Owned owned ? lease.isHeld(owned.owner()) : isPicked((Right.Picked) right);
    }

    private boolean isPicked(Right.Picked picked) {
        String sql =
                "select count(*) from scheduled_tasks where task_name = :task and task_instance = :instance and version = :version";
        return transactions.read(handle -> handle.createQuery(sql)
                        .bind("task", picked.jobType().taskName())
                        .bind("instance", picked.key())
                        .bind("version", picked.version())
                        .mapTo(Integer.class)
                        .one()
                == 1);
    }
}
