package dev.lifeline.job;

import java.time.Duration;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads that come when all others are busy, up to a maximum, and go after 10 s without work; what finds all of them busy waits in
 * a queue without bound. A {@link ThreadPoolExecutor} with such a queue has either all its threads soon, or one.
 */
public final class ElasticThreadPool {

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);

    private ElasticThreadPool() {}

    /**
     * A pool without threads yet.
     *
     * @param name of each thread
     */
    public static ThreadPoolExecutor create(String name, int maxThreads) {
        return new ThreadPoolExecutor(
                0,
                maxThreads,
                IDLE_TIMEOUT.toSeconds(),
                TimeUnit.SECONDS,
                new HandoverQueue(),
                work -> newThread(work, name),
                ElasticThreadPool::enqueue);
    }

    /** Takes an offer only where a thread waits for one; the pool starts a thread for the others, or has them put into the queue. */
    private static final class HandoverQueue extends LinkedTransferQueue<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }
    }

    private static Thread newThread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void enqueue(Runnable task, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) throw new RejectedExecutionException("the pool is closed");
        ((HandoverQueue) pool.getQueue()).put(task);
    }
}
