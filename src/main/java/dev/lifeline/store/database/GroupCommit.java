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
 * Group commit: entries of concurrent threads are written in one transaction. Threads that arrive during a commit wait, and the first to
 * proceed writes for all that wait, at most 250 entries at a time. A call returns when its entry is committed. Thread-safe.
 */
public final class GroupCommit<T, R> {

    /** Bound of the entries that wait; one more is refused. */
    static final int MAX_WAITING_ENTRIES = 1_000;

    private static final int MAX_BATCH_ENTRIES = 250;

    private final Function<List<T>, List<R>> batchWriter;
    private final BlockingQueue<Entry<T, R>> waiting = new LinkedBlockingQueue<>(MAX_WAITING_ENTRIES);
    private final Lock commitLock = new ReentrantLock();

    /**
     * Creates a group commit over a writer.
     *
     * @param batchWriter writes all entries or none, and returns one result for each, in order
     */
    public GroupCommit(Function<List<T>, List<R>> batchWriter) {
        this.batchWriter = batchWriter;
    }

    /**
     * Writes a value together with those that wait, and blocks until it is committed.
     *
     * @throws IllegalStateException when 1,000 entries wait already, or the value cannot be written
     */
    public R add(T value) {
        Entry<T, R> entry = new Entry<>(value);
        if (!waiting.offer(entry))
            throw new IllegalStateException("more than " + MAX_WAITING_ENTRIES + " entries wait for a commit");
        commitLock.lock();
        try {
            while (!entry.isDone()) commitBatch();
        } finally {
            commitLock.unlock();
        }
        return entry.resultOrThrow();
    }

    /** Number of entries that wait. */
    int waiting() {
        return waiting.size();
    }

    private void commitBatch() {
        List<Entry<T, R>> batch = new ArrayList<>();
        waiting.drainTo(batch, MAX_BATCH_ENTRIES);
        try {
            writeBatch(batch);
        } catch (RuntimeException e) {
            writeOneByOne(batch, e);
        } finally {
            batch.forEach(Entry::failIfNotDone);
        }
    }

    private void writeBatch(List<Entry<T, R>> batch) {
        List<R> results =
                batchWriter.apply(batch.stream().map(entry -> entry.value).toList());
        for (int i = 0; i < results.size(); i++) batch.get(i).result = results.get(i);
    }

    /** Repeats a failed batch entry by entry, so that one that cannot be written does not fail the others. */
    private void writeOneByOne(List<Entry<T, R>> batch, RuntimeException cause) {
        if (batch.size() == 1) {
            batch.get(0).failure = cause;
            return;
        }
        for (Entry<T, R> entry : batch)
            try {
                writeBatch(List.of(entry));
            } catch (RuntimeException e) {
                entry.failure = e;
            }
    }

    /** The value of one caller and what became of it. Guarded by {@code commitLock}. */
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

        /** Ends the wait of the caller when an {@link Error} ended the write. */
        private void failIfNotDone() {
            if (!isDone()) failure = new IllegalStateException("the write was aborted");
        }

        private R resultOrThrow() {
            R written = result;
            if (written != null) return written;
            throw new IllegalStateException("could not be written", failure);
        }
    }
}
