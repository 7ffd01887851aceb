package dev.lifeline.store.database;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The thread on which what waits for a commit is committed. While nobody is in a hurry it leaves a pause between two commits, so that more
 * shares the next one. Thread-safe.
 */
public final class CommitThread implements Committer, AutoCloseable {

    /** A commit every 5 ms is half of what a disk that takes 2 to 3 ms for one can do. */
    private static final Duration MIN_INTERVAL = Duration.ofMillis(5);

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

    private final LongSupplier nanoClock;
    private final Semaphore hurried = new Semaphore(0);
    private final ThreadPoolExecutor executor;
    private long lastCommitNanos;

    /**
     * Starts no thread yet.
     *
     * @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime}
     */
    public CommitThread(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastCommitNanos = nanoClock.getAsLong() - MIN_INTERVAL.toNanos();
        this.executor = new ThreadPoolExecutor(
                1, 1, IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), CommitThread::newThread);
        executor.allowCoreThreadTimeOut(true);
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "lifeline-commit");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable commit) {
        executor.execute(commit);
    }

    @Override
    public void hurry() {
        hurried.release();
    }

    @Override
    public void awaitTurn() {
        try {
            long pause = lastCommitNanos + MIN_INTERVAL.toNanos() - nanoClock.getAsLong();
            boolean unused = hurried.tryAcquire(pause, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hurried.drainPermits();
        lastCommitNanos = nanoClock.getAsLong();
    }

    /** Waits up to 5 s for what is to be committed. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            boolean unused = executor.awaitTermination(SHUTDOWN_GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
