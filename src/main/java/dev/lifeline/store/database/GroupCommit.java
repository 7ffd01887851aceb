package dev.lifeline.store.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How do many threads share the price of a commit? Whoever comes while one is under way waits, and the first to go on writes for all
 * who wait. Every caller goes on only when what it brought is committed, or learns that it is not.
 */
public final class GroupCommit<T, R> {

    /** How many may wait before the next one is told so. */
    static final int MAX_WAITING_ENTRIES = 1_000;

    private static final int MAX_BATCH_ENTRIES = 250;

    private final Function<List<T>, List<R>> batchWriter;
    private final BlockingQueue<Entry<T, R>> waiting = new LinkedBlockingQueue<>(MAX_WAITING_ENTRIES);
    private final Lock commitLock = new ReentrantLock();

    /**
     * Over what writes.
     *
     * @param batchWriter writes all or nothing, and answers for each in order
     */
    public GroupCommit(Function<List<T>, List<R>> batchWriter) {
        this.batchWriter = batchWriter;
    }

    /**
     * Writes one, with whatever else waits.
     *
     * @throws IllegalStateException when so many wait that this one would wait too long
     */
    public R add(T what) {
        Entry<T, R> entry = new Entry<>(what);
        if (!waiting.offer(entry))
            throw new IllegalStateException("more than " + MAX_WAITING_ENTRIES + " wait to be written down");
        commitLock.lock();
        try {
            while (!entry.isDone()) commitBatch();
        } finally {
            commitLock.unlock();
        }
        return entry.resultOrThrow();
    }

    /** How many wait? */
    int waiting() {
        return waiting.size();
    }

    private void commitBatch() {
        List<Entry<T, R>> together = new ArrayList<>();
        waiting.drainTo(together, MAX_BATCH_ENTRIES);
        try {
            writeBatch(together);
        } catch (RuntimeException e) {
            writeOneByOne(together, e);
        } finally {
            together.forEach(Entry::failIfNotDone);
        }
    }

    private void writeBatch(List<Entry<T, R>> together) {
        List<R> answers =
                batchWriter.apply(together.stream().map(entry -> entry.value).toList());
        for (int i = 0; i < answers.size(); i++) together.get(i).result = answers.get(i);
    }

    /** One that cannot be written must not take the others with it. */
    private void writeOneByOne(List<Entry<T, R>> together, RuntimeException thrown) {
        if (together.size() == 1) {
            together.get(0).failure = thrown;
            return;
        }
        for (Entry<T, R> entry : together)
            try {
                writeBatch(List.of(entry));
            } catch (RuntimeException e) {
                entry.failure = e;
            }
    }

    /** What one caller brought; guarded by the lock. */
    private static final class Entry<T, R> {
        private final T value;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        private Entry(T value) {
            this.value = value;
        }

        private boolean isDone() {
            return result != null || failure != null;
        }

        /** Whatever broke off the write, nobody may wait for it any more. */
        private void failIfNotDone() {
            if (!isDone()) failure = new IllegalStateException("the write was broken off");
        }

        private R resultOrThrow() {
            R mine = result;
            if (mine != null) return mine;
            throw new IllegalStateException("could not be written down", failure);
        }
    }
}
