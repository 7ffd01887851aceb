package dev.lifeline.store.database;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** SQLite or PostgreSQL: their migrations, column types, db-scheduler's polling and concurrent writers. All queries are alike. */
public enum Dialect {
    SQLITE("classpath:db/sqlite") {
        @Override
        DataSource unpooled(String jdbcUrl) {
            SQLiteDataSource dataSource = new SQLiteDataSource();
            dataSource.setUrl(jdbcUrl);
            return dataSource;
        }

        @Override
        Object toTimestamp(Instant instant) {
            return instant.toEpochMilli();
        }

        @Override
        List<String> writeProbe() {
            return List.of("begin immediate", "rollback");
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
        void limitLockWaits(Handle handle) {}

        @Override
        public Timeline newTimeline(Jdbi jdbi, Instant hostTime, LongSupplier nanoClock) {
            return new MonotonicTimeline(hostTime, nanoClock);
        }

        @Override
        public SchedulerBuilder configurePolling(SchedulerBuilder scheduler) {
            return scheduler.pollUsingFetch(0.5, 3.0);
        }
    },

    POSTGRESQL("classpath:db/postgresql") {
        @Override
        DataSource unpooled(String jdbcUrl) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(jdbcUrl);
            return dataSource;
        }

        @Override
        Object toTimestamp(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }

        @Override
        List<String> writeProbe() {
            return List.of("do $$ begin if current_setting('transaction_read_only') = 'on' then "
                    + "raise sqlstate '25006'; end if; end $$");
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
        void limitLockWaits(Handle handle) {
            handle.execute("set local lock_timeout = '100ms'");
        }

        @Override
        public Timeline newTimeline(Jdbi jdbi, Instant hostTime, LongSupplier nanoClock) {
            return new ServerClock(jdbi, hostTime, nanoClock);
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

    /** Flyway location of the migrations that differ from those in {@code db/common}. */
    String migrationLocation() {
        return migrationLocation;
    }

    /** A data source that opens a connection each time, and logs nothing where it cannot. */
    abstract DataSource unpooled(String jdbcUrl);

    /** Statements that fail where nothing can be written, and change nothing. */
    abstract List<String> writeProbe();

    /** Statements within a transaction that fail where nothing can be written, and change nothing. */
    List<String> heartbeat() {
        return this == SQLITE ? List.of("select 1") : writeProbe();
    }

    /** A point in time as the columns of db-scheduler's table hold it. */
    abstract Object toTimestamp(Instant instant);

    /** Customization of db-scheduler that polls for the job types of one worker pool only. */
    public abstract JdbcCustomization customization(WorkerPool workerPool);

    private static String taskNameCondition(WorkerPool workerPool) {
        return workerPool.jobTypes().stream()
                .map(jobType -> "'" + jobType.taskName() + "'")
                .collect(Collectors.joining(", ", " and task_name in (", ")"));
    }

    /** A new queue for the writers of this process: serialized for SQLite, which has one writer at a time. */
    abstract WriteQueue newWriteQueue();

    /**
     * Has a transaction that is shared by several writers fail soon where it waits for a row, since a writer that holds the row may wait for
     * another one's: each then follows in a transaction of its own. SQLite has no row locks.
     */
    abstract void limitLockWaits(Handle handle);

    /**
     * The timeline of the job engine: the clock of the server, or for a file, which the processes of one host share, one that begins with
     * the clock of the host. Does no I/O; {@link Timeline#open} comes before the first use.
     */
    public abstract Timeline newTimeline(Jdbi jdbi, Instant hostTime, LongSupplier nanoClock);

    /**
     * Sets the polling strategy. PostgreSQL locks rows as it fetches them ({@code for update skip locked}); SQLite has no row locks. The
     * fractions are of the thread count: a pool fetches when fewer executions than the lower one are queued, up to the upper one.
     */
    public abstract SchedulerBuilder configurePolling(SchedulerBuilder scheduler);
}
