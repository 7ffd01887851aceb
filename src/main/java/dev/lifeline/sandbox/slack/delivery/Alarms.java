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
public final class Alarms implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final long LOOK_EVERY_MILLIS = 20;

    private record Alarm(Instant due, long order, Runnable deed) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private final InstantSource clock;
    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(2, Alarms::daemon);
    private long count;

    public Alarms(InstantSource clock) {
        this.clock = clock;
        every(LOOK_EVERY_MILLIS, this::ring);
    }

    private static Thread daemon(Runnable deed) {
        Thread thread = new Thread(deed, "pretend-slack-alarms");
        thread.setDaemon(true);
        return thread;
    }

    /** Does something again and again, by the wall clock. */
    public void every(long millis, Runnable deed) {
        var unused = looking.scheduleWithFixedDelay(safely(deed), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Does something once the clock has gone on this far; the deed must be quick. */
    public synchronized void after(Duration delay, Runnable deed) {
        alarms.add(new Alarm(clock.instant().plus(delay), count++, safely(deed)));
    }

    private void ring() {
        for (Runnable due = next(); due != null; due = next()) due.run();
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable next() {
        Alarm first = alarms.peek();
        if (first == null || first.due().isAfter(clock.instant())) return null;
        alarms.remove();
        return first.deed();
    }

    private static Runnable safely(Runnable deed) {
        return () -> {
            try {
                deed.run();
            } catch (RuntimeException broken) {
                LOG.error("an alarm failed", broken);
            }
        };
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
