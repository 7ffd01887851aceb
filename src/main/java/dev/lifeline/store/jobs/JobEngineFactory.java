package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import dev.lifeline.store.database.Database;
import dev.lifeline.store.database.DueJobSignal;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.SerializedDataSource;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.database.WorkerPool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** How is an engine put together? On db-scheduler, with every default set that does not suit (stack.md 2). */
public final class JobEngineFactory {

    /** The least that db-scheduler takes. */
    private static final int MAX_MISSED_HEARTBEATS = 4;

    /** Work of another shift is unknown to a scheduler, and it would throw away what it does not know for a fortnight. */
    private static final Duration UNRESOLVED_TASK_TTL = Duration.ofDays(36_500);

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

    private final Database database;
    private final Transactions transactions;
    private final JobSchedule jobSchedule;
    private final DueJobSignal dueJobSignal;
    private final InstantSource clock;

    public JobEngineFactory(
            Database database,
            Transactions transactions,
            JobSchedule jobSchedule,
            DueJobSignal dueJobSignal,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.jobSchedule = jobSchedule;
        this.dueJobSignal = dueJobSignal;
        this.clock = clock;
    }

    public JobEngine create(JobEngine.Jobs jobs, JobEngine.PollSettings pollSettings) {
        HikariDataSource connections = database.openEngineDataSource();
        Map<JobType, JobEngine.Job> byTask = new EnumMap<>(Map.of(
                JobType.INTERACTIONS,
                jobs.interactions(),
                JobType.REQUEST_STEPS,
                jobs.requestSteps(),
                JobType.OUTBOX_DELIVERIES,
                jobs.outboxDeliveries()));
        DataSource inTurn = new SerializedDataSource(connections, database.writeQueue()).dataSource();
        List<PoolScheduler> poolSchedulers = Arrays.stream(WorkerPool.values())
                .map(workerPool -> new PoolScheduler(
                        workerPool,
                        createScheduler(
                                inTurn, workerPool, createTasks(workerPool, byTask, jobs.poller()), pollSettings)))
                .toList();
        return new JobEngine(
                poolSchedulers,
                new OrphanSweep(byTask, jobSchedule, new Purge(transactions, clock), clock),
                dueJobSignal,
                connections);
    }

    private List<Task<?>> createTasks(
            WorkerPool workerPool, Map<JobType, JobEngine.Job> jobs, JobEngine.Poller poller) {
        List<Task<?>> tasks = new ArrayList<>();
        for (JobType jobType : workerPool.jobTypes()) {
            JobEngine.Job job = jobs.get(jobType);
            tasks.add(
                    job == null
                            ? new PollTask(poller, jobSchedule, clock).task()
                            : new JobTask(jobType, job, jobSchedule, clock).task());
        }
        return tasks;
    }

    private Scheduler createScheduler(
            DataSource connections, WorkerPool workerPool, List<Task<?>> tasks, JobEngine.PollSettings pollSettings) {
        SchedulerBuilder builder = Scheduler.create(connections, tasks)
                .schedulerName(new SchedulerName.Fixed("lifeline-" + UUID.randomUUID()))
                .jdbcCustomization(database.dialect().customization(workerPool))
                .serializer(new JacksonSerializer())
                .clock(clock::instant)
                .threads(workerPool.threadCount())
                .pollingInterval(pollSettings.pollInterval())
                .heartbeatInterval(pollSettings.heartbeatInterval())
                .missedHeartbeatsLimit(MAX_MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN_GRACE)
                .deleteUnresolvedAfter(UNRESOLVED_TASK_TTL)
                .failureLogging(LogLevel.OFF, false)
                .enablePriority()
                .enableImmediateExecution();
        return database.dialect().configurePolling(builder).build();
    }
}
