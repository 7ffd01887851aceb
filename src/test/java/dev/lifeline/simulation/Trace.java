package dev.lifeline.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened, line by line: a digest of everything, and the last lines as text. Two runs of one seed have the same digest. */
final class Trace {

    private static final int MAX_LINES = 4_000;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Deque<String> lines = new ArrayDeque<>();
    private long digest = FNV_OFFSET;
    private long count;

    void add(Duration at, String actor, String what) {
        String line = at.toMillis() + " " + actor + " " + what;
        for (int i = 0; i < line.length(); i++) digest = (digest ^ line.charAt(i)) * FNV_PRIME;
        count++;
        lines.add(line);
        if (lines.size() > MAX_LINES) lines.remove();
    }

    String digest() {
        return count + ":" + Long.toHexString(digest);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
