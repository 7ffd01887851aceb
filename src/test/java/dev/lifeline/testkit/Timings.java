package dev.lifeline.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** How long did things take in this run? Printed when it ends, never asserted. */
public final class Timings {

    private static final Map<String, List<Long>> DURATIONS_MILLIS = new ConcurrentHashMap<>();

    private Timings() {}

    static void recordAck(String deed, long millis) {
        record("from what a person " + deed + " to its ack", millis);
    }

    public static void record(String what, long millis) {
        DURATIONS_MILLIS
                .computeIfAbsent(what, ignored -> new CopyOnWriteArrayList<>())
                .add(millis);
    }

    /** Prints what was measured so far. */
    public static void print() {
        DURATIONS_MILLIS.forEach((what, millis) -> {
            List<Long> sorted = millis.stream().sorted().toList();
            System.out.printf(
                    "Measured %s: median %d ms, longest %d ms, %d times%n",
                    what, sorted.get(sorted.size() / 2), Collections.max(sorted), sorted.size());
        });
    }
}
