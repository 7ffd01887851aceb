package dev.lifeline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How does a server command stay until it is told to stop, and then close what it opened before the process ends? */
final class ShutdownWaiter {

    /** Below the grace period of usual orchestrators, 30 seconds. */
    private static final int SHUTDOWN_GRACE_SECONDS = 20;

    private ShutdownWaiter() {}

    /** Returns when the process is asked to end; the process waits until everything around this call has closed. */
    static void awaitShutdown(AutoCloseable opened) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitClosed(asked, closed), "lifeline-stop"));
        try (opened) {
            asked.await();
        } finally {
            closed.countDown();
        }
    }

    private static void awaitClosed(CountDownLatch asked, CountDownLatch closed) {
        asked.countDown();
        try {
            if (!closed.await(SHUTDOWN_GRACE_SECONDS, TimeUnit.SECONDS))
                System.err.println("lifeline: not everything closed in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
