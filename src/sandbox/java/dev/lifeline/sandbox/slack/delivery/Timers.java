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

/** What is to be done when the clock gets there? Looks at the clock often, so a clock set forward rings at once. */
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

    private static Thread daemonThread(Runnable deed) {
        Thread thread = new Thread(deed, "fake-slack-timers");
        thread.setDaemon(true);
        return thread;
    }

    /** Does something again and again, by the wall clock. */
    public void scheduleRepeatedly(long millis, Runnable deed) {
        var unused = scheduler.scheduleWithFixedDelay(loggingFailures(deed), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Does something once the clock has gone on this far; the deed must be quick. */
    public synchronized void schedule(Duration delay, Runnable deed) {
        timers.add(new Timer(clock.instant().plus(delay), nextSequence++, loggingFailures(deed)));
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

    private static Runnable loggingFailures(Runnable deed) {
        return () -> {
            try {
                deed.run();
            } catch (RuntimeException e) {
                LOG.error("an alarm failed", e);
            }
        };
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
