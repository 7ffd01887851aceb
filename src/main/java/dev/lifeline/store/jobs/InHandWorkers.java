package dev.lifeline.store.jobs;

import dev.lifeline.job.ElasticThreadPool;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.WorkHandover;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that run what this process has in hand: a pool for each type of job, so that one that hangs holds up no other. */
final class InHandWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(InHandWorkers.class);

    private static final Map<JobType, Integer> THREADS =
            Map.of(JobType.INTERACTIONS, 16, JobType.OUTBOX_DELIVERIES, 12);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

    private final WorkHandover handover;
    private final InHandJobs inHandJobs;
    private final AtomicBoolean started = new AtomicBoolean();
    private final Duration heartbeatInterval;
    private final Map<JobType, ThreadPoolExecutor> executors = new EnumMap<>(JobType.class);
    private final ScheduledExecutorService heartbeat =
            Executors.newSingleThreadScheduledExecutor(work -> newThread(work, "lifeline-lease"));

    InHandWorkers(WorkHandover handover, InHandJobs inHandJobs, Duration heartbeatInterval) {
        this.handover = handover;
        this.inHandJobs = inHandJobs;
        this.heartbeatInterval = heartbeatInterval;
        THREADS.forEach((jobType, threads) -> executors.put(jobType, newExecutor(jobType, threads)));
    }

    /** As many calls wait in the queue as keys wait in hand, which are bounded. */
    private static ThreadPoolExecutor newExecutor(JobType jobType, int threads) {
        ThreadPoolExecutor executor = ElasticThreadPool.create("lifeline-" + jobType.taskName(), threads);
        executor.setKeepAliveTime(IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        return executor;
    }

    private static Thread newThread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        started.set(true);
        handover.inHand().listen(this::runNext);
        handover.lease().open(heartbeatInterval);
        ScheduledFuture<?> unused = heartbeat.scheduleWithFixedDelay(
                inHandJobs::beat, heartbeatInterval.toMillis(), heartbeatInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runNext(JobType jobType) {
        ThreadPoolExecutor executor = executors.get(jobType);
        if (executor != null) submit(executor, () -> inHandJobs.runNext(jobType));
    }

    /** What comes while the pool closes is left to the schedule. */
    private static void submit(ThreadPoolExecutor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Work in hand left to the schedule, the engine stops");
        }
    }

    /** Starts nothing more, blocks until what runs has ended, 5 s at most, and has the schedule run the rest. */
    void stop() {
        handover.lease().close();
        handover.inHand().listen(jobType -> {});
        executors.values().forEach(executor -> {
            executor.getQueue().clear();
            executor.shutdown();
        });
        long end = System.nanoTime() + SHUTDOWN_GRACE.toNanos();
        executors.values().forEach(executor -> awaitTermination(executor, end - System.nanoTime()));
        heartbeat.shutdownNow();
        if (started.get())
            inHandJobs.releaseAll(); // else nothing is in hand, and the database was perhaps never opened
    }

    private static void awaitTermination(ThreadPoolExecutor executor, long nanos) {
        try {
            if (!executor.awaitTermination(nanos, TimeUnit.NANOSECONDS)) executor.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
