package dev.lifeline.store.jobs;

import com.zaxxer.hikari.HikariDataSource;
import dev.lifeline.job.Job;
import dev.lifeline.job.Poller;
import dev.lifeline.store.database.DueJobSignal;
import dev.lifeline.store.database.JobType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs due jobs. Several replicas share the schedule: one of them runs a key at a time, and another takes over when its replica dies.
 * Each piece of work runs at least once. Thread-safe.
 */
public final class JobEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(30);
    private static final Duration CLOCK_INTERVAL = Duration.ofSeconds(5);

    /**
     * The jobs and the poller that an engine runs.
     *
     * @param interactions one key for each interaction: its id
     * @param requestSteps one key for each rescue request: its id
     * @param outboxDeliveries one key for each outbox stream
     */
    public record Jobs(Job interactions, Job requestSteps, Job outboxDeliveries, Poller poller) {}

    /**
     * The pace of an engine.
     *
     * @param pollInterval how often the schedule is read for work written by other replicas; own work starts without waiting for it
     * @param heartbeatInterval how often a running job shows that its replica lives; after four to six missed heartbeats another takes over
     */
    public record PollSettings(Duration pollInterval, Duration heartbeatInterval) {
        public static final PollSettings DEFAULT = new PollSettings(Duration.ofMillis(200), Duration.ofSeconds(1));
    }

    private final List<PoolScheduler> schedulers;
    private final OrphanSweep sweep;
    private final InHandWorkers inHandWorkers;
    private final DueJobSignal dueJobSignal;
    private final HikariDataSource dataSource;
    private final Consumer<Set<JobType>> dueJobListener;
    private final ScheduledExecutorService sweepExecutor =
            Executors.newSingleThreadScheduledExecutor(JobEngine::newSweepThread);
    private final AtomicBoolean closed = new AtomicBoolean();

    JobEngine(
            List<PoolScheduler> schedulers,
            InHandWorkers inHandWorkers,
            OrphanSweep sweep,
            DueJobSignal dueJobSignal,
            HikariDataSource dataSource) {
        this.schedulers = List.copyOf(schedulers);
        this.inHandWorkers = inHandWorkers;
        this.sweep = sweep;
        this.dueJobSignal = dueJobSignal;
        this.dataSource = dataSource;
        this.dueJobListener =
                dueJobTypes -> this.schedulers.forEach(poolScheduler -> poolScheduler.triggerIfDue(dueJobTypes));
    }

    private static Thread newSweepThread(Runnable work) {
        Thread thread = new Thread(work, "lifeline-sweep");
        thread.setDaemon(true);
        return thread;
    }

    /** Schedules what was left over, then runs what is due from now on. Returns at once. */
    public void start() {
        dueJobSignal.addListener(dueJobListener);
        sweep.run();
        schedulers.forEach(PoolScheduler::start);
        inHandWorkers.start();
        repeat(sweep::synchronizeClock, CLOCK_INTERVAL);
        repeat(sweep, SWEEP_INTERVAL);
        LOG.info("Job engine started");
    }

    /** Which of the pools do no work and why; empty where all do. Never blocks. */
    public Optional<String> problem() {
        return join(PollHeartbeat::problem);
    }

    /** Why only a restart of the process helps; empty where it would not. Never blocks. */
    public Optional<String> standstill() {
        return join(PollHeartbeat::standstill);
    }

    private Optional<String> join(Function<PollHeartbeat, Optional<String>> question) {
        return schedulers.stream()
                .map(PoolScheduler::heartbeat)
                .map(question)
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + "; " + second);
    }

    private void repeat(Runnable work, Duration interval) {
        ScheduledFuture<?> unused = sweepExecutor.scheduleWithFixedDelay(
                work, interval.toSeconds(), interval.toSeconds(), TimeUnit.SECONDS);
    }

    /** Starts no more jobs and returns when those that run have ended, 5 s later at most. May be called before the start, and twice. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        dueJobSignal.removeListener(dueJobListener);
        sweepExecutor.shutdownNow();
        stopWorkers();
        dataSource.close();
        LOG.info("Job engine stopped");
    }

    /** In parallel, since each may wait up to the grace period. */
    private void stopWorkers() {
        ExecutorService stopExecutor = Executors.newFixedThreadPool(schedulers.size() + 1);
        CompletableFuture<?>[] stops = Stream.<Runnable>concat(
                        Stream.of(inHandWorkers::stop), schedulers.stream().map(poolScheduler -> poolScheduler::stop))
                .map(stop -> CompletableFuture.runAsync(stop, stopExecutor))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stops).join();
        stopExecutor.shutdown();
    }
}
