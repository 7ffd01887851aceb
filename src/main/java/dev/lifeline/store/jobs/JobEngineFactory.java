package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import dev.lifeline.job.ElasticThreadPool;
import dev.lifeline.job.Job;
import dev.lifeline.job.Poller;
import dev.lifeline.store.database.Database;
import dev.lifeline.store.database.DueJobSignal;
import dev.lifeline.store.database.EngineClock;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.SerializedDataSource;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.database.WorkHandover;
import dev.lifeline.store.database.WorkerPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Builds a {@link JobEngine} on db-scheduler: one scheduler for each worker pool, all on one small connection pool of their own. */
public final class JobEngineFactory {

    /** The minimum that db-scheduler accepts. */
    private static final int MAX_MISSED_HEARTBEATS = 4;

    /** Each scheduler knows only the tasks of its pool and by default deletes rows of unknown tasks after 14 days. */
    private static final Duration UNRESOLVED_TASK_TTL = Duration.ofDays(36_500);

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

    /** One for the heartbeats and one for the search for dead replicas, so that neither waits for the other. By default there is a third. */
    private static final int HOUSEKEEPING_THREADS = 2;

    private final Database database;
    private final Transactions transactions;
    private final WorkHandover handover;
    private final DueJobSignal dueJobSignal;
    private final EngineClock engineClock;

    public JobEngineFactory(
            Database database,
            Transactions transactions,
            WorkHandover handover,
            DueJobSignal dueJobSignal,
            EngineClock engineClock) {
        this.database = database;
        this.transactions = transactions;
        this.handover = handover;
        this.dueJobSignal = dueJobSignal;
        this.engineClock = engineClock;
    }

    /** Does no I/O; the first connection is made when the engine starts. */
    public JobEngine create(JobEngine.Jobs jobs, JobEngine.PollSettings pollSettings) {
        HikariDataSource dataSource = database.openEngineDataSource();
        Map<JobType, Job> jobsByType = new EnumMap<>(Map.of(
                JobType.INTERACTIONS,
                jobs.interactions(),
                JobType.REQUEST_STEPS,
                jobs.requestSteps(),
                JobType.OUTBOX_DELIVERIES,
                jobs.outboxDeliveries()));
        DataSource serialized = new SerializedDataSource(dataSource, database.writeQueue()).dataSource();
        List<PoolScheduler> poolSchedulers = Arrays.stream(WorkerPool.values())
                .map(workerPool -> createPool(
                        serialized, workerPool, createTasks(workerPool, jobsByType, jobs.poller()), pollSettings))
                .toList();
        return new JobEngine(
                poolSchedulers,
                new InHandWorkers(
                        handover, new InHandJobs(jobsByType, handover, engineClock), pollSettings.heartbeatInterval()),
                new OrphanSweep(
                        jobsByType,
                        handover,
                        new Purge(transactions, engineClock.clock()),
                        new HistoryMove(transactions, engineClock.clock()),
                        engineClock),
                dueJobSignal,
                dataSource);
    }

    private List<Task<?>> createTasks(WorkerPool workerPool, Map<JobType, Job> jobs, Poller poller) {
        List<Task<?>> tasks = new ArrayList<>();
        for (JobType jobType : workerPool.jobTypes()) {
            Job job = jobs.get(jobType);
            tasks.add(
                    job == null
                            ? new PollTask(poller, handover.jobSchedule(), engineClock).task()
                            : new JobTask(jobType, job, handover.jobSchedule(), engineClock, handover.jobRights())
                                    .task());
        }
        return tasks;
    }

    private PoolScheduler createPool(
            DataSource dataSource, WorkerPool workerPool, List<Task<?>> tasks, JobEngine.PollSettings pollSettings) {
        PollHeartbeat heartbeat = new PollHeartbeat(workerPool, System::nanoTime);
        SchedulerBuilder builder = configure(Scheduler.create(dataSource, tasks), workerPool, pollSettings)
                .addSchedulerListener(heartbeat);
        return new PoolScheduler(
                workerPool, database.dialect().configurePolling(builder).build(), heartbeat);
    }

    private static String threadName(WorkerPool workerPool) {
        return "lifeline-" + workerPool.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private SchedulerBuilder configure(
            SchedulerBuilder builder, WorkerPool workerPool, JobEngine.PollSettings pollSettings) {
        return builder.schedulerName(new SchedulerName.Fixed("lifeline-" + UUID.randomUUID()))
                .jdbcCustomization(database.dialect().customization(workerPool))
                .serializer(new JacksonSerializer())
                .clock(engineClock::instant)
                .threads(workerPool.threadCount())
                .executorService(ElasticThreadPool.create(threadName(workerPool), workerPool.threadCount()))
                .housekeeperExecutor(Executors.newScheduledThreadPool(
                        HOUSEKEEPING_THREADS, work -> new Thread(work, threadName(workerPool) + "-housekeeping")))
                .pollingInterval(pollSettings.pollInterval())
                .heartbeatInterval(pollSettings.heartbeatInterval())
                .missedHeartbeatsLimit(MAX_MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN_GRACE)
                .deleteUnresolvedAfter(UNRESOLVED_TASK_TTL)
                .failureLogging(LogLevel.OFF, false)
                .enablePriority()
                .enableImmediateExecution();
    }
}
