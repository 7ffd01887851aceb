package dev.lifeline.slack.inbound;

import dev.lifeline.slack.webapi.ExecutorShutdown;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads with a bounded queue. A task runs once, or is refused where the queue is full or the pool is closed. Thread-safe. */
final class BoundedPool implements AutoCloseable {

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);

    private final ThreadPoolExecutor executor;

    BoundedPool(int threads, int maxQueued, String name) {
        this.executor = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_TIMEOUT.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maxQueued),
                work -> new Thread(work, name));
        executor.allowCoreThreadTimeOut(true);
    }

    /** Whether the task was accepted; never blocks. */
    boolean tryExecute(Runnable task) {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Accepts no more tasks, and waits up to 5 s for those it has. */
    @Override
    public void close() {
        ExecutorShutdown.shutdownAndAwaitTermination(executor, SHUTDOWN_GRACE);
    }
}
