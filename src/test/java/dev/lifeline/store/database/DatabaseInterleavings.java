package dev.lifeline.store.database;

import static dev.lifeline.interleaving.Explorer.inThreads;
import static dev.lifeline.interleaving.Explorer.require;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Threads that write and that read the time at once. */
public final class DatabaseInterleavings {

    private DatabaseInterleavings() {}

    /** The scenarios by name; made in this class, because the model checker looks into the class that made them. */
    public static Map<String, Runnable> scenarios() {
        return Map.of(
                "write queue", DatabaseInterleavings::write_queue,
                "in hand", DatabaseInterleavings::in_hand,
                "group commit", DatabaseInterleavings::group_commit,
                "group commit of one that cannot be written",
                        DatabaseInterleavings::group_commit_of_one_that_cannot_be_written,
                "engine clock", DatabaseInterleavings::engine_clock);
    }

    /** Two normal writers and an urgent one: one at a time, and each gets its turn. */
    private static void write_queue() {
        WriteQueue writeQueue = WriteQueue.serialized();
        int[] writers = {0};
        Runnable normal = () -> {
            writeQueue.acquire();
            write(writers);
            writeQueue.release();
        };
        Runnable urgent = () -> {
            writeQueue.acquireUrgent();
            write(writers);
            writeQueue.release();
        };
        inThreads(normal, urgent, normal);
    }

    private static void write(int[] writers) {
        writers[0]++;
        require(writers[0] == 1, "two writers at once");
        writers[0]--;
    }

    /** One key that two threads add: one run at a time, and each addition is followed by a run that sees what came with it. */
    private static void in_hand() {
        InHand inHand = new InHand();
        boolean[] written = new boolean[2];
        boolean[] seen = new boolean[2];
        int[] runs = {0};
        inHand.listen(jobType -> inHand.runNext(jobType, key -> {
            write(runs);
            for (int i = 0; i < written.length; i++) seen[i] |= written[i];
        }));
        Runnable[] adders = new Runnable[2];
        for (int i = 0; i < adders.length; i++) {
            int number = i;
            adders[i] = () -> {
                written[number] = true;
                inHand.add(JobType.INTERACTIONS, "key");
            };
        }
        inThreads(adders);
        require(inHand.isEmpty() && seen[0] && seen[1], "an addition without a run after it");
    }

    /** Each value is written once, and its caller gets its own result. */
    private static void group_commit() {
        List<String> written = new ArrayList<>();
        GroupCommit<String, String> groupCommit = new GroupCommit<>(values -> {
            written.addAll(values);
            return results(values);
        });
        String[] results = new String[2];
        inThreads(() -> results[0] = groupCommit.add("a"), () -> results[1] = groupCommit.add("b"));
        require(results[0].equals("wrote a") && results[1].equals("wrote b"), "somebody else's result");
        require(written.size() == 2, "not written once");
    }

    /** One that cannot be written fails alone, whatever batch it is in. */
    private static void group_commit_of_one_that_cannot_be_written() {
        GroupCommit<String, String> groupCommit = new GroupCommit<>(values -> {
            if (values.contains("bad")) throw new IllegalArgumentException("bad");
            return results(values);
        });
        boolean[] outcomes = new boolean[2];
        inThreads(
                () -> outcomes[0] = isWritten(groupCommit, "bad"), () -> outcomes[1] = isWritten(groupCommit, "good"));
        require(!outcomes[0] && outcomes[1], "the failure of one was the other's");
    }

    private static boolean isWritten(GroupCommit<String, String> groupCommit, String value) {
        try {
            return groupCommit.add(value).equals("wrote " + value);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static List<String> results(List<String> values) {
        List<String> results = new ArrayList<>();
        for (String value : values) results.add("wrote " + value);
        return results;
    }

    /** No reader sees the time go back while the clock below it is set back by an hour. */
    private static void engine_clock() {
        SteppedTimeline timeline = new SteppedTimeline();
        EngineClock engineClock = new EngineClock(timeline, () -> Instant.EPOCH);
        Runnable reader = () -> {
            Instant before = engineClock.instant();
            require(!engineClock.instant().isBefore(before), "the time went back");
        };
        inThreads(reader, () -> timeline.now = timeline.now.minus(Duration.ofHours(1)), reader);
    }

    private static final class SteppedTimeline implements Timeline {
        private volatile Instant now = Instant.EPOCH.plus(Duration.ofDays(1));

        @Override
        public Instant instant() {
            return now;
        }
    }
}
