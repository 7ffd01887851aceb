package dev.lifeline.store.jobs;

import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.WorkHandover;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that run what this process has in hand: a pool for each type of job, so that one that hangs holds up no other. */
final class InHandWorkers {

    private static final Map<JobType, Integer> THREADS = Map.of(JobType.INTERACTIONS, 16, JobType.OUTBOX_DELIVERIES, 12);
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
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_TIMEOUT.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> newThread(work, "lifeline-" + jobType.taskName() + "-" + number.incrementAndGet()),
                new ThreadPoolExecutor.DiscardPolicy());
        executor.allowCoreThreadTimeOut(true);
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
        if (executor != null) executor.execute(() -> inHandJobs.runNext(jobType));
    }

    /** Starts nothing more, blocks until what runs has ended, 5 s at most, and has the schedule run the rest. */
    void stop() {
        handover.lease().close();
        handover.inHand().listen(jobType -> {});
        executors.values().forEach(executor -> {
            executor.getQueue().clear();
            executor.shutdown();
        });
        executors.values().forEach(InHandWorkers::awaitTermination);
        heartbeat.shutdownNow();
        if (started.get()) inHandJobs.releaseAll(); // else there is nothing, and perhaps no database
    }

    private static void awaitTermination(ThreadPoolExecutor executor) {
        try {
            if (!executor.awaitTermination(SHUTDOWN_GRACE.toSeconds(), TimeUnit.SECONDS)) executor.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
