package dev.lifeline.store.jobs;

import com.zaxxer.hikari.HikariDataSource;
import dev.lifeline.store.database.DueJobSignal;
import dev.lifeline.store.database.JobType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes up the work that is due? On every replica that runs one; each instance is run by one of them at a time, at least once,
 * and by another when its replica dies.
 */
public final class JobEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(30);

    /** One kind of work, done for one instance at a time. */
    public interface Job {

        /**
         * Does what is due now. May find nothing to do, since it is run at least once and sometimes early. What it throws has it
         * tried again later, with growing pauses.
         */
        void run(String instance);

        /** When is it due next, after a run? Empty when there is nothing left to do. */
        Optional<Instant> nextDueAt(String instance);

        /**
         * Every instance that has work, now or later: asked at the start and now and then, in case one was lost. Those that tell no
         * time when they are due are run at once.
         */
        Collection<String> pending();
    }

    /** The look at everything that is watched; one replica at a time looks. */
    public interface Poller {

        /** Looks once at all, and says how long until the next look. Comes sooner when a request begins to be watched. */
        Duration poll();
    }

    /**
     * All that there is to do.
     *
     * @param interactions by the id of what was asked
     * @param requestSteps by the id of the request
     * @param outboxDeliveries by lane
     */
    public record Jobs(Job interactions, Job requestSteps, Job outboxDeliveries, Poller poller) {}

    /**
     * How fast?
     *
     * @param pollInterval how often the database is looked at for what other replicas wrote; own work starts without waiting for it
     * @param heartbeatInterval how often a replica shows that it lives; after four to six missed ones another takes over
     */
    public record PollSettings(Duration pollInterval, Duration heartbeatInterval) {
        public static final PollSettings DEFAULT = new PollSettings(Duration.ofMillis(200), Duration.ofSeconds(1));
    }

    private final List<PoolScheduler> schedulers;
    private final Runnable sweep;
    private final DueJobSignal dueJobSignal;
    private final HikariDataSource dataSource;
    private final Consumer<Set<JobType>> dueJobListener;
    private final ScheduledExecutorService sweepExecutor =
            Executors.newSingleThreadScheduledExecutor(JobEngine::newSweepThread);
    private final AtomicBoolean closed = new AtomicBoolean();

    JobEngine(List<PoolScheduler> schedulers, Runnable sweep, DueJobSignal dueJobSignal, HikariDataSource dataSource) {
        this.schedulers = List.copyOf(schedulers);
        this.sweep = sweep;
        this.dueJobSignal = dueJobSignal;
        this.dataSource = dataSource;
        this.dueJobListener = due -> this.schedulers.forEach(poolScheduler -> poolScheduler.triggerIfDue(due));
    }

    private static Thread newSweepThread(Runnable sweeping) {
        Thread thread = new Thread(sweeping, "lifeline-sweep");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes up what was left and then what becomes due. */
    public void start() {
        dueJobSignal.addListener(dueJobListener);
        sweep.run();
        schedulers.forEach(PoolScheduler::start);
        ScheduledFuture<?> unused = sweepExecutor.scheduleWithFixedDelay(
                sweep, SWEEP_INTERVAL.toSeconds(), SWEEP_INTERVAL.toSeconds(), TimeUnit.SECONDS);
        LOG.info("The engine runs");
    }

    /** Takes up nothing more and returns when the work in hand is done, within a few seconds. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        dueJobSignal.removeListener(dueJobListener);
        sweepExecutor.shutdownNow();
        stopSchedulers();
        dataSource.close();
        LOG.info("The engine stands still");
    }

    /** All at once: each waits a few seconds for what it has in hand. */
    private void stopSchedulers() {
        ExecutorService each = Executors.newFixedThreadPool(schedulers.size());
        CompletableFuture<?>[] stops = schedulers.stream()
                .map(poolScheduler -> CompletableFuture.runAsync(poolScheduler::stop, each))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stops).join();
        each.shutdown();
    }
}
