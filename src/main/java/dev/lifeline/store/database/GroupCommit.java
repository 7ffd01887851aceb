package dev.lifeline.store.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: entries of concurrent threads are written in one transaction. What arrives during a commit waits, and shares the next, at
 * most 250 entries at a time. A call returns when its entry is committed. Thread-safe.
 */
final class GroupCommit<T, R> {

    /** Bound of the entries that wait; one more is refused. */
    static final int MAX_WAITING_ENTRIES = 1_000;

    private static final int MAX_BATCH_ENTRIES = 250;

    private final Function<List<T>, List<R>> batchWriter;
    private final Committer committer;
    private final BlockingQueue<Entry<T, R>> waiting = new LinkedBlockingQueue<>(MAX_WAITING_ENTRIES);
    private final Lock commitLock = new ReentrantLock();

    /** Whether the committer has been asked for a run that has not begun: one is enough for all that wait. */
    private final AtomicBoolean requested = new AtomicBoolean();

    /**
     * Creates a group commit in which whoever comes first writes for all that wait.
     *
     * @param batchWriter writes all entries or none, and returns one result for each, in order; is called again with parts of a batch
     *     that failed
     */
    GroupCommit(Function<List<T>, List<R>> batchWriter) {
        this(batchWriter, Committer.DIRECT);
    }

    /**
     * Creates a group commit.
     *
     * @param batchWriter writes all entries or none, and returns one result for each, in order; is called again with parts of a batch
     *     that failed
     * @param committer runs the commits
     */
    GroupCommit(Function<List<T>, List<R>> batchWriter, Committer committer) {
        this.batchWriter = batchWriter;
        this.committer = committer;
    }

    /**
     * Writes a value together with those that wait, and blocks until it is committed.
     *
     * @throws IllegalStateException when 1,000 entries wait already, or the value cannot be written; then with the cause
     */
    R add(T value) {
        return submit(value).await();
    }

    /**
     * Same as {@link #add}, but the commit begins at once, and the call blocks for a limited time.
     *
     * @throws BusyDatabaseException when it is not committed by then; it may still be committed later where its commit has begun
     */
    R addUrgent(T value, Duration timeout) {
        return prepare(value, timeout).get();
    }

    /**
     * Has a value written with whatever is written next, and by {@link Pending#get} at the latest. Does not wait.
     *
     * @param timeout from now on; how long {@code get} waits at most
     * @throws BusyDatabaseException when 1,000 entries wait already
     */
    Pending<R> prepare(T value, Duration timeout) {
        Entry<T, R> entry = enqueue(value);
        long deadline = System.nanoTime() + timeout.toNanos();
        return () -> commitUrgently(entry, deadline);
    }

    /** Has a value written soon. Does not wait, and nobody is told where it cannot be written. */
    void addLater(T value) {
        Entry<T, R> unused = submit(value);
    }

    private R commitUrgently(Entry<T, R> entry, long deadlineNanos) {
        if (!entry.isDone()) {
            committer.hurry();
            requestCommit();
        }
        if (entry.isDoneWithin(deadlineNanos - System.nanoTime())) return entry.await();
        waiting.remove(entry);
        throw new BusyDatabaseException();
    }

    private Entry<T, R> submit(T value) {
        Entry<T, R> entry = enqueue(value);
        requestCommit();
        return entry;
    }

    private Entry<T, R> enqueue(T value) {
        Entry<T, R> entry = new Entry<>(value);
        if (!waiting.offer(entry)) throw new BusyDatabaseException(MAX_WAITING_ENTRIES);
        return entry;
    }

    /** A committer that takes no more fails all that wait, since nobody else will ask it. */
    private void requestCommit() {
        if (!requested.compareAndSet(false, true)) return;
        try {
            committer.execute(this::commitWaiting);
        } catch (RejectedExecutionException e) {
            requested.set(false);
            List<Entry<T, R>> refused = new ArrayList<>();
            waiting.drainTo(refused);
            refused.forEach(entry -> entry.fail(e));
        }
    }

    /** Number of entries that wait. */
    int waiting() {
        return waiting.size();
    }

    /** What comes after its begin asks for the next run, so that each entry is in this one or in the next. */
    private void commitWaiting() {
        commitLock.lock();
        try {
            requested.set(false);
            while (!waiting.isEmpty()) commitNext();
        } finally {
            commitLock.unlock();
        }
    }

    private void commitNext() {
        committer.awaitTurn();
        List<Entry<T, R>> batch = new ArrayList<>();
        waiting.drainTo(batch, MAX_BATCH_ENTRIES);
        if (!batch.isEmpty()) writeOrSplit(batch);
    }

    /** Repeats a failed batch in halves, so that one that cannot be written does not fail the others. */
    private void writeOrSplit(List<Entry<T, R>> batch) {
        try {
            write(batch);
        } catch (Throwable e) { // also a checked one that a writer threw unchecked: its caller gets it
            int middle = batch.size() / 2;
            if (middle == 0) {
                batch.get(0).fail(e);
                return;
            }
            writeOrSplit(batch.subList(0, middle));
            writeOrSplit(batch.subList(middle, batch.size()));
        }
    }

    private void write(List<Entry<T, R>> batch) {
        List<R> results =
                batchWriter.apply(batch.stream().map(entry -> entry.value).toList());
        for (int i = 0; i < batch.size(); i++) batch.get(i).succeed(results.get(i));
    }

    /** The value of one caller and what became of it, which is written before {@code done}. */
    private static final class Entry<T, R> {
        private final T value;
        private final CountDownLatch done = new CountDownLatch(1);
        private @Nullable R result;
        private @Nullable Throwable failure;

        private Entry(T value) {
            this.value = value;
        }

        private void succeed(R written) {
            result = written;
            done.countDown();
        }

        private void fail(Throwable cause) {
            failure = cause;
            done.countDown();
        }

        private boolean isDone() {
            return done.getCount() == 0;
        }

        /** Whether its end is known, waiting for it at most so long; an interrupted thread waits no more. */
        private boolean isDoneWithin(long timeoutNanos) {
            try {
                return done.await(timeoutNanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private R await() {
            awaitUninterruptibly();
            R written = result;
            if (written != null) return written;
            throw new IllegalStateException("could not be written", failure);
        }

        private void awaitUninterruptibly() {
            boolean interrupted = false;
            while (done.getCount() > 0)
                try {
                    done.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
