package dev.lifeline.store.database;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** What differs between the two databases? Only db-scheduler's table and how it is polled; all else is the same SQL. */
public enum Dialect {
    SQLITE("classpath:db/sqlite") {
        @Override
        Object toTimestamp(Instant at) {
            return at.toEpochMilli();
        }

        @Override
        public JdbcCustomization customization(WorkerPool workerPool) {
            return new SqliteJdbcCustomization() {
                @Override
                public String createSelectDueQuery(String table, int limit, String condition, boolean byPriority) {
                    return super.createSelectDueQuery(
                            table, limit, condition + taskNameCondition(workerPool), byPriority);
                }
            };
        }

        @Override
        WriteQueue newWriteQueue() {
            return WriteQueue.serialized();
        }

        @Override
        public SchedulerBuilder configurePolling(SchedulerBuilder scheduler) {
            return scheduler.pollUsingFetch(0.5, 3.0);
        }
    },

    POSTGRESQL("classpath:db/postgresql") {
        @Override
        Object toTimestamp(Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }

        @Override
        public JdbcCustomization customization(WorkerPool workerPool) {
            return new PostgreSqlJdbcCustomization(true, false) {
                @Override
                public String createGenericSelectForUpdateQuery(
                        String table, int limit, String condition, boolean byPriority) {
                    return super.createGenericSelectForUpdateQuery(
                            table, limit, condition + taskNameCondition(workerPool), byPriority);
                }
            };
        }

        @Override
        WriteQueue newWriteQueue() {
            return WriteQueue.unrestricted();
        }

        @Override
        public SchedulerBuilder configurePolling(SchedulerBuilder scheduler) {
            return scheduler.pollUsingLockAndFetch(0.5, 1.0);
        }
    };

    private final String migrationLocation;

    Dialect(String migrationLocation) {
        this.migrationLocation = migrationLocation;
    }

    /** Where its migrations are. */
    String migrationLocation() {
        return migrationLocation;
    }

    /** A moment as db-scheduler's table takes it. */
    abstract Object toTimestamp(Instant at);

    /** How db-scheduler talks to it, on behalf of hands that look for their own work only. */
    public abstract JdbcCustomization customization(WorkerPool workerPool);

    private static String taskNameCondition(WorkerPool workerPool) {
        return workerPool.jobTypes().stream()
                .map(jobType -> "'" + jobType.taskName() + "'")
                .collect(Collectors.joining(", ", " and task_name in (", ")"));
    }

    /** How those who write in one process keep out of each other's way. */
    abstract WriteQueue newWriteQueue();

    /** The way of polling that is fastest there (stack.md 2). */
    public abstract SchedulerBuilder configurePolling(SchedulerBuilder scheduler);
}
