package dev.lifeline.store.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Schedules jobs as rows of db-scheduler's table, in the transaction of what makes them due. The library's own client would need a check
 * that the row is absent and, on PostgreSQL, would abort the transaction when two threads schedule at once. Times are by the clock of
 * the domain; the rows hold the engine's. Thread-safe.
 */
public final class JobSchedule {

    /** The only instance of {@link JobType#DEVICE_POLL}. */
    static final String POLL_INSTANCE = "everything";

    /**
     * Makes a row earlier, never later. A row that is being executed keeps its time, but is locked until the commit, so that its
     * execution waits for it when it completes, and sees what was written.
     */
    private static final String UPSERT = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority, request_count)
            values (:task, :instance, :at, :picked, 1, :priority, 1)
            on conflict (task_name, task_instance) do update set
              request_count = scheduled_tasks.request_count + 1,
              execution_time = case
                when scheduled_tasks.picked or scheduled_tasks.execution_time <= :again
                then scheduled_tasks.execution_time
                else :again
              end
            """;

    /** What the clocks of two replicas that both follow the server's may differ by, with a large margin. */
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofSeconds(3);

    private final Transactions transactions;
    private final Dialect dialect;
    private final EngineClock engineClock;

    public JobSchedule(Transactions transactions, Dialect dialect, EngineClock engineClock) {
        this.transactions = transactions;
        this.dialect = dialect;
        this.engineClock = engineClock;
    }

    /** Schedules an instance for that time, or leaves it where it is due earlier. */
    public void schedule(JobType task, String instance, Instant at) {
        schedule(task, List.of(instance), at);
    }

    /** Schedules several instances for that time, or leaves each where it is due earlier. */
    public void schedule(JobType task, Collection<String> instances, Instant at) {
        if (instances.isEmpty()) return;
        Instant engineTime = engineClock.at(at);
        transactions.write(handle -> {
            PreparedBatch batch = handle.prepareBatch(UPSERT);
            for (String instance : instances)
                batch.bind("task", task.taskName())
                        .bind("instance", instance)
                        .bind("at", dialect.toTimestamp(engineTime))
                        .bind("again", dialect.toTimestamp(engineTime.plus(task.minRescheduleDelay())))
                        .bind("picked", false)
                        .bind("priority", task.priority())
                        .add();
            batch.execute();
            transactions.signalAfterCommit(task);
        });
    }

    /** Schedules the device poll for now. */
    public void pollNow(Instant now) {
        schedule(JobType.DEVICE_POLL, POLL_INSTANCE, now);
    }

    /** How often the device poll was scheduled since its row exists. */
    public long pollScheduleCount() {
        return scheduleCount(JobType.DEVICE_POLL, POLL_INSTANCE);
    }

    /** How often an instance was scheduled since its row exists; 0 without a row. */
    public long scheduleCount(JobType task, String instance) {
        return transactions.read(handle -> handle.createQuery(
                        "select coalesce(max(request_count), 0) from scheduled_tasks where task_name = :task and task_instance = :instance")
                .bind("task", task.taskName())
                .bind("instance", instance)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Removes the row of an instance that is being executed, unless it was scheduled meanwhile. Waits for writers that hold the row.
     *
     * @param version of the execution; another replica that took it over has raised it
     * @param scheduleCount as it was before the run
     * @return false when the row is still there
     */
    public boolean removeUnlessScheduled(JobType task, String instance, long version, long scheduleCount) {
        String sql = """
                delete from scheduled_tasks
                where task_name = :task and task_instance = :instance and version = :version and request_count = :count
                """;
        return transactions.inTransaction(handle -> handle.createUpdate(sql)
                        .bind("task", task.taskName())
                        .bind("instance", instance)
                        .bind("version", version)
                        .bind("count", scheduleCount)
                        .execute()
                == 1);
    }

    /**
     * Dates heartbeats in the future to now, so that the rows of a replica that died are taken over after the usual time. They were written
     * before the clock was put back; a replica that lives writes its next heartbeat over it.
     *
     * @return how many rows had one
     */
    public int correctHeartbeats() {
        String sql =
                "update scheduled_tasks set last_heartbeat = :now where picked = :picked and last_heartbeat > :latest";
        Instant now = engineClock.instant();
        return transactions.inTransaction(handle -> handle.createUpdate(sql)
                .bind("now", dialect.toTimestamp(now))
                .bind("picked", true)
                .bind("latest", dialect.toTimestamp(now.plus(MAX_CLOCK_DIFFERENCE)))
                .execute());
    }

    /** The instances that have a row. */
    public Set<String> scheduledInstances(JobType task) {
        return transactions.read(handle -> new HashSet<>(scheduledInstances(handle, task)));
    }

    private static List<String> scheduledInstances(Handle handle, JobType task) {
        return handle.createQuery("select task_instance from scheduled_tasks where task_name = :task")
                .bind("task", task.taskName())
                .mapTo(String.class)
                .list();
    }
}
