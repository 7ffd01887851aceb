package dev.lifeline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The queue of events that owns the time. An event may let time pass in its middle: the events of that time then run inside it, as those
 * of other processes and threads would. What belongs to a process waits while it stands still and is dropped when it is dead.
 */
final class SimulatedTime {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    /** Beyond it a call inside a call takes no time. */
    private static final int MAX_DEPTH = 8;

    private record Event(long atNanos, long order, Optional<ReplicaProcess> owner, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atNanos).thenComparingLong(Event::order));
    private final Runnable afterEach;
    private long nowNanos;
    private long nextOrder;
    private int depth;
    private long executed;

    /** @param afterEach runs after each event */
    SimulatedTime(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    Duration elapsed() {
        return Duration.ofNanos(nowNanos);
    }

    Instant now() {
        return START.plusNanos(nowNanos);
    }

    long nanos() {
        return nowNanos;
    }

    long executed() {
        return executed;
    }

    void schedule(Duration delay, Runnable action) {
        schedule(delay, Optional.empty(), action);
    }

    void schedule(Duration delay, ReplicaProcess owner, Runnable action) {
        schedule(delay, Optional.of(owner), action);
    }

    private void schedule(Duration delay, Optional<ReplicaProcess> owner, Runnable action) {
        events.add(new Event(nowNanos + Math.max(0, delay.toNanos()), nextOrder++, owner, action));
    }

    /** Whether time can pass inside the event that runs. */
    boolean canAdvance() {
        return depth < MAX_DEPTH;
    }

    /** Lets time pass: runs what is due until then. */
    void advance(Duration by) {
        if (depth >= MAX_DEPTH) return;
        depth++;
        try {
            advanceTo(nowNanos + by.toNanos());
        } finally {
            depth--;
        }
    }

    private void advanceTo(long until) {
        Event next = events.peek();
        while (next != null && next.atNanos() <= until) {
            events.remove(next);
            nowNanos = Math.max(nowNanos, next.atNanos());
            run(next);
            next = events.peek();
        }
        nowNanos = Math.max(nowNanos, until);
    }

    private void run(Event event) {
        Optional<Duration> pause = event.owner().map(ReplicaProcess::pauseLeft);
        boolean dead = event.owner().filter(owner -> !owner.isAlive()).isPresent();
        if (dead) return;
        if (pause.filter(left -> !left.isZero()).isPresent()) {
            schedule(pause.get(), event.owner(), event.action());
            return;
        }
        executed++;
        try {
            event.action().run();
        } catch (ProcessKilled killed) {
            // its process is dead, the others go on
        }
        afterEach.run();
    }
}
