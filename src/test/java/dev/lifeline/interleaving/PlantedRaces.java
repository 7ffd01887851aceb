package dev.lifeline.interleaving;

import static dev.lifeline.interleaving.Explorer.inThreads;
import static dev.lifeline.interleaving.Explorer.require;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Faults as they could stand in the classes that are explored, to see that they would be found. */
final class PlantedRaces {

    private PlantedRaces() {}

    /** The scenarios by name; made in this class, because the model checker looks into the class that made them. */
    static Map<String, Runnable> scenarios() {
        return Map.of(
                "a writer is never woken", PlantedRaces::a_writer_is_never_woken,
                "two writers at once", PlantedRaces::two_writers_at_once,
                "an entry is dropped between count and write",
                        PlantedRaces::an_entry_is_dropped_between_count_and_write);
    }

    /** A write queue that wakes nobody where an urgent writer has just left. */
    private static void a_writer_is_never_woken() {
        ReentrantLock mutex = new ReentrantLock();
        Condition free = mutex.newCondition();
        boolean[] held = {false};
        inThreads(() -> hold(mutex, free, held, false), () -> hold(mutex, free, held, true));
    }

    private static void hold(ReentrantLock mutex, Condition free, boolean[] held, boolean urgent) {
        mutex.lock();
        while (held[0]) free.awaitUninterruptibly();
        held[0] = true;
        mutex.unlock();
        mutex.lock();
        held[0] = false;
        if (!urgent) free.signal();
        mutex.unlock();
    }

    /** A write queue that looks whether it is free, and takes it a moment later. */
    private static void two_writers_at_once() {
        boolean[] held = {false};
        int[] writers = {0};
        Runnable writer = () -> {
            if (held[0]) return;
            held[0] = true;
            writers[0]++;
            require(writers[0] == 1, "two writers at once");
            writers[0]--;
            held[0] = false;
        };
        inThreads(writer, writer);
    }

    /** A group commit whose leader empties the queue after it has counted what waits. */
    private static void an_entry_is_dropped_between_count_and_write() {
        Deque<String> waiting = new ArrayDeque<>();
        int[] written = {0};
        Object lock = new Object();
        Runnable caller = () -> {
            synchronized (lock) {
                waiting.add("entry");
            }
            int batch;
            synchronized (lock) {
                batch = waiting.size();
            }
            synchronized (lock) {
                if (!waiting.isEmpty()) written[0] += batch;
                waiting.clear();
            }
        };
        inThreads(caller, caller);
        require(written[0] == 2, "not written once");
    }
}
