package dev.lifeline.slack.webapi;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Orderly shutdown of executors. */
public final class ExecutorShutdown {

    private ExecutorShutdown() {}

    /**
     * Accepts no new tasks, waits for queued and running ones, and interrupts those that are left after the time-out or when the calling
     * thread is interrupted.
     */
    public static void shutdownAndAwaitTermination(ExecutorService executor, Duration timeout) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS)) executor.shutdownNow();
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
