package dev.lifeline.slack.webapi;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** How do threads end? What was begun is finished, nothing new begins, and nobody waits for ever. */
public final class ExecutorShutdown {

    private ExecutorShutdown() {}

    public static void shutdownAndAwaitTermination(ExecutorService threads, Duration patience) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) threads.shutdownNow();
        } catch (InterruptedException hurry) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
