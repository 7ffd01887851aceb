package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.lifeline.job.Job;
import dev.lifeline.store.database.Dialect;
import dev.lifeline.store.database.EngineClock;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.database.WorkHandover;
import dev.lifeline.store.database.WorkerPool;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job engine without threads, for a simulation that says when it polls, beats and sweeps: the tasks, the sweep and the rows are the
 * engine's own, the picking is db-scheduler's repository.
 */
public final class SteppedEngine {

    /** As {@link JobEngineFactory} sets them. */
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);

    private static final int MISSED_HEARTBEATS = 4;
    private static final int FETCH_LIMIT = 30;
    private static final Logger LOG = LoggerFactory.getLogger(SteppedEngine.class);

    private final EngineClock engineClock;
    private final Dialect dialect;
    private final OrphanSweep sweep;
    private final InHandJobs inHandJobs;
    private final WorkHandover handover;
    private final Map<WorkerPool, JdbcTaskRepository> repositories = new EnumMap<>(WorkerPool.class);
    private final TaskResolver resolver;
    private final Set<Execution> running = new LinkedHashSet<>();

    /** What the engine is built on. */
    public record Parts(
            Transactions transactions, WorkHandover handover, EngineClock engineClock, DataSource dataSource) {}

    public SteppedEngine(String name, Parts parts, JobEngine.Jobs jobs, Dialect dialect) {
        this.engineClock = parts.engineClock();
        this.dialect = dialect;
        Map<JobType, Job> jobsByType = new EnumMap<>(Map.of(
                JobType.INTERACTIONS, jobs.interactions(),
                JobType.REQUEST_STEPS, jobs.requestSteps(),
                JobType.OUTBOX_DELIVERIES, jobs.outboxDeliveries()));
        this.inHandJobs = new InHandJobs(jobsByType, parts.handover(), engineClock);
        this.handover = parts.handover();
        Purge purge = new Purge(parts.transactions(), engineClock.clock());
        this.sweep = new OrphanSweep(
                jobsByType,
                parts.handover(),
                purge,
                new HistoryMove(parts.transactions(), engineClock.clock()),
                engineClock);
        List<Task<?>> tasks = Stream.<Task<?>>concat(
                        jobsByType.entrySet().stream()
                                .map(job -> new JobTask(
                                                job.getKey(),
                                                job.getValue(),
                                                parts.handover().jobSchedule(),
                                                engineClock,
                                                parts.handover().jobRights())
                                        .task()),
                        Stream.of(new PollTask(jobs.poller(), parts.handover().jobSchedule(), engineClock).task()))
                .toList();
        this.resolver = new TaskResolver(SchedulerListeners.NOOP, engineClock::instant, tasks);
        for (WorkerPool pool : WorkerPool.values())
            repositories.put(
                    pool,
                    new JdbcTaskRepository(
                            parts.dataSource(),
                            false,
                            dialect.customization(pool),
                            JdbcTaskRepository.DEFAULT_TABLE_NAME,
                            resolver,
                            new SchedulerName.Fixed(name),
                            new JacksonSerializer(),
                            true,
                            engineClock::instant));
    }

    private JdbcTaskRepository anyRepository() {
        return repositories.values().iterator().next();
    }

    /** What the engine does at its start and every 30 s. */
    public void sweep() {
        sweep.run();
    }

    /** What the engine does at its start, after the first sweep: takes work in hand from now on. */
    public void openLease() {
        handover.lease().open(HEARTBEAT_INTERVAL);
    }

    /** Runs what waits longest in hand. */
    public void runInHand(JobType jobType) {
        inHandJobs.runNext(jobType);
    }

    /** Whether something is in hand. */
    public boolean hasInHand() {
        return !handover.inHand().isEmpty();
    }

    /** What the engine does every second while something is in hand, here or in the hands of the dead. */
    public void beatInHand() {
        inHandJobs.beat();
    }

    /** What the engine does every 5 s. */
    public void synchronizeClock() {
        sweep.synchronizeClock();
    }

    public Instant now() {
        return engineClock.instant();
    }

    /** Runs what is due in a pool, one execution after the other. */
    public void poll(WorkerPool pool) {
        JdbcTaskRepository repository = repositories.get(pool);
        if (repository == null) throw new IllegalArgumentException("no such pool");
        if (dialect == Dialect.POSTGRESQL) fetchLocked(repository);
        else
            for (Execution due : repository.getDue(engineClock.instant(), FETCH_LIMIT))
                repository.pick(due, engineClock.instant()).ifPresent(picked -> execute(repository, picked));
    }

    /** Locks a row as it fetches it, as the engine does on PostgreSQL. */
    private void fetchLocked(JdbcTaskRepository repository) {
        List<Execution> locked = repository.lockAndGetDue(engineClock.instant(), 1);
        for (int count = 1; !locked.isEmpty(); count++) {
            execute(repository, locked.get(0));
            locked = count < FETCH_LIMIT ? repository.lockAndGetDue(engineClock.instant(), 1) : List.of();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // db-scheduler's tasks are of any data class; ours are Void
    private void execute(JdbcTaskRepository repository, Execution execution) {
        Task task = resolver.resolve(execution).orElseThrow();
        ExecutionOperations operations = new ExecutionOperations(repository, SchedulerListeners.NOOP, execution);
        Instant start = engineClock.instant();
        running.add(execution);
        try {
            CompletionHandler completion =
                    task.execute(execution.taskInstance, new ExecutionContext(null, execution, null, null));
            settle(() -> completion.complete(
                    ExecutionComplete.success(execution, start, engineClock.instant()), operations));
        } catch (RuntimeException e) {
            settle(() -> task.getFailureHandler()
                    .onFailure(ExecutionComplete.failure(execution, start, engineClock.instant(), e), operations));
        } finally {
            running.remove(execution);
        }
    }

    /** As db-scheduler does, which logs a handler that fails and leaves the row picked: it counts as dead when its heartbeats stop. */
    private static void settle(Runnable settlement) {
        try {
            settlement.run();
        } catch (RuntimeException e) {
            LOG.warn("Row not settled: {}", e.toString());
        }
    }

    /** Whether an execution runs, which has to beat. */
    public boolean isRunning() {
        return !running.isEmpty();
    }

    /** What the engine does every second for what it runs. */
    public void beat() {
        for (Execution execution : List.copyOf(running))
            anyRepository().updateHeartbeat(execution, engineClock.instant());
    }

    /** Takes over what nobody beats for. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void reviveDead() {
        Instant now = engineClock.instant();
        for (Execution dead :
                anyRepository().getDeadExecutions(now.minus(HEARTBEAT_INTERVAL.multipliedBy(MISSED_HEARTBEATS))))
            resolver.resolve(dead)
                    .ifPresent(task -> task.getDeadExecutionHandler()
                            .deadExecution(
                                    ExecutionComplete.failure(dead, now, now, null),
                                    new ExecutionOperations(anyRepository(), SchedulerListeners.NOOP, dead)));
    }
}
