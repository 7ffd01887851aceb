package dev.lifeline.sandbox.slack.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs actions when a clock reaches their time. The clock is polled every 20 ms, so that one set forward takes effect at
 * once. Thread-safe; actions share two daemon threads and must be quick.
 */
public final class Timers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final long POLL_INTERVAL_MILLIS = 20;

    private record Timer(Instant due, long sequence, Runnable action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2, Timers::daemonThread);
    private long nextSequence;

    public Timers(InstantSource clock) {
        this.clock = clock;
        scheduleRepeatedly(POLL_INTERVAL_MILLIS, this::runDueTimers);
    }

    private static Thread daemonThread(Runnable action) {
        Thread thread = new Thread(action, "fake-slack-timers");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs an action with a fixed delay of wall-clock time. */
    public void scheduleRepeatedly(long millis, Runnable action) {
        var unused = scheduler.scheduleWithFixedDelay(loggingFailures(action), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Runs an action once the clock has advanced by the delay; a failure is logged. */
    public synchronized void schedule(Duration delay, Runnable action) {
        timers.add(new Timer(clock.instant().plus(delay), nextSequence++, loggingFailures(action)));
    }

    private void runDueTimers() {
        for (Runnable due = takeDue(); due != null; due = takeDue()) due.run();
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable takeDue() {
        Timer first = timers.peek();
        if (first == null || first.due().isAfter(clock.instant())) return null;
        timers.remove();
        return first.action();
    }

    private static Runnable loggingFailures(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("Timer action failed", e);
            }
        };
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
