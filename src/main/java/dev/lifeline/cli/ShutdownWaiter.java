package dev.lifeline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a server command running until the process is terminated (SIGTERM, SIGINT), and delays the exit until everything is closed. */
final class ShutdownWaiter {

    /** Below the usual grace period of orchestrators, 30 s. */
    private static final int SHUTDOWN_GRACE_SECONDS = 20;

    private ShutdownWaiter() {}

    /** Blocks until the process is terminated, then closes the resource. The process ends when that is done, 20 s later at most. */
    static void awaitShutdown(AutoCloseable resource) throws Exception {
        CountDownLatch shutdownRequested = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitClosed(shutdownRequested, closed), "lifeline-stop"));
        try (resource) {
            shutdownRequested.await();
        } finally {
            closed.countDown();
        }
    }

    private static void awaitClosed(CountDownLatch shutdownRequested, CountDownLatch closed) {
        shutdownRequested.countDown();
        try {
            if (!closed.await(SHUTDOWN_GRACE_SECONDS, TimeUnit.SECONDS))
                System.err.println("lifeline: not everything closed in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
