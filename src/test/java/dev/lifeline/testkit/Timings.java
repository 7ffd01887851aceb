package dev.lifeline.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Durations measured in this run, in milliseconds. Printed at its end, never asserted. */
public final class Timings {

    private static final Map<String, List<Long>> DURATIONS_MILLIS = new ConcurrentHashMap<>();

    private Timings() {}

    static void recordAck(String action, long millis) {
        record("from what a person " + action + " to its ack", millis);
    }

    public static void record(String label, long millis) {
        DURATIONS_MILLIS
                .computeIfAbsent(label, ignored -> new CopyOnWriteArrayList<>())
                .add(millis);
    }

    /** Prints the durations measured so far. */
    public static void print() {
        DURATIONS_MILLIS.forEach((label, millis) -> {
            List<Long> sorted = millis.stream().sorted().toList();
            System.out.printf(
                    "Measured %s: median %d ms, longest %d ms, %d times%n",
                    label, sorted.get(sorted.size() / 2), Collections.max(sorted), sorted.size());
        });
    }
}
