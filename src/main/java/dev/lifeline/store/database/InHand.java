package dev.lifeline.store.database;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The work that this process committed under its lease and runs itself, without a row in the schedule: keys, each run by one thread at a
 * time, in the order of their commits. Thread-safe.
 */
public final class InHand {

    /** Of each type, some 2 MB; more waits in the schedule. */
    private static final int MAX_WAITING_KEYS = 10_000;

    private final Map<JobType, Keys> keys =
            new EnumMap<>(Map.of(JobType.INTERACTIONS, new Keys(), JobType.OUTBOX_DELIVERIES, new Keys()));

    private volatile Consumer<JobType> listener = jobType -> {};

    /** Guarded by itself. */
    private static final class Keys {
        private final Set<String> waiting = new LinkedHashSet<>();
        private final Set<String> running = new HashSet<>();
        private final Set<String> again = new HashSet<>();

        private synchronized int waitingCount() {
            return waiting.size();
        }

        private synchronized boolean isEmpty() {
            return waiting.isEmpty() && running.isEmpty();
        }

        /** Whether it has to be run by somebody who does not run it yet. */
        private synchronized boolean add(String key) {
            if (!running.contains(key)) return waiting.add(key);
            again.add(key);
            return false;
        }

        private synchronized Optional<String> take() {
            Optional<String> next = waiting.stream().findFirst();
            next.ifPresent(key -> {
                waiting.remove(key);
                running.add(key);
            });
            return next;
        }

        /** Whether it has to be run again. */
        private synchronized boolean finish(String key) {
            running.remove(key);
            return again.remove(key) && waiting.add(key);
        }

        private synchronized void clear() {
            waiting.clear();
            again.clear();
        }
    }

    /** Sets the listener, which has {@link #runNext} called once for each call that it gets; it must not block. */
    public void listen(Consumer<JobType> newListener) {
        listener = newListener;
    }

    /** Types of jobs that are taken in hand. */
    public Set<JobType> jobTypes() {
        return keys.keySet();
    }

    /** Whether no worker has so much to do that more had better wait in the schedule. */
    boolean hasRoom(JobType jobType) {
        return keys(jobType).waitingCount() < MAX_WAITING_KEYS;
    }

    /** Adds a key that was committed; one that runs is run again. */
    public void add(JobType jobType, String key) {
        if (keys(jobType).add(key)) listener.accept(jobType);
    }

    private Keys keys(JobType jobType) {
        Keys ofType = keys.get(jobType);
        if (ofType == null) throw new IllegalArgumentException(jobType + " is never in hand");
        return ofType;
    }

    /** Runs the key that waits longest, if one does. */
    public void runNext(JobType jobType, Consumer<String> job) {
        keys(jobType).take().ifPresent(key -> run(jobType, key, job));
    }

    private void run(JobType jobType, String key, Consumer<String> job) {
        try {
            job.accept(key);
        } finally {
            if (keys(jobType).finish(key)) listener.accept(jobType);
        }
    }

    /** Whether nothing waits and nothing runs. */
    public boolean isEmpty() {
        return keys.values().stream().allMatch(Keys::isEmpty);
    }

    /** Forgets what waits; what runs goes on. */
    public void clear() {
        keys.values().forEach(Keys::clear);
    }
}
