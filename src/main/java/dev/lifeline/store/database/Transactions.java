package dev.lifeline.store.database;

import dev.lifeline.rescue.TransactionRunner;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which transaction is this thread in? Everything that is read or written meanwhile belongs to it. */
public final class Transactions implements TransactionRunner {

    private final Jdbi jdbi;
    private final WriteQueue writeQueue;
    private final DueJobSignal dueJobSignal;

    // not static: what a thread does in one database is not in a transaction of another
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable ActiveTransaction> current = new ThreadLocal<>();

    public Transactions(Jdbi jdbi, WriteQueue writeQueue, DueJobSignal dueJobSignal) {
        this.jdbi = jdbi;
        this.writeQueue = writeQueue;
        this.dueJobSignal = dueJobSignal;
    }

    @Override
    public void run(Runnable writes) {
        write(handle -> writes.run());
    }

    /** Writes, in the transaction that the thread is in, or else in one of its own. */
    public void write(Consumer<Handle> writes) {
        inTransaction(handle -> {
            writes.accept(handle);
            return true;
        });
    }

    /** Writes and answers, in the transaction that the thread is in, or else in one of its own. */
    public <T> T inTransaction(Function<Handle, T> writes) {
        return inTransaction(writeQueue::acquire, writes);
    }

    /** The same, before others who wait for their turn. */
    public <T> T inUrgentTransaction(Function<Handle, T> writes) {
        return inTransaction(writeQueue::acquireUrgent, writes);
    }

    private <T> T inTransaction(Runnable takeTurn, Function<Handle, T> writes) {
        ActiveTransaction outer = current.get();
        return outer == null ? runNew(takeTurn, writes) : runJoined(outer, writes);
    }

    /** Reads, in the transaction that the thread is in, or else without one: a read alone takes no lock. */
    public <T> T read(Function<Handle, T> reads) {
        ActiveTransaction outer = current.get();
        return outer == null ? jdbi.withHandle(reads::apply) : reads.apply(outer.handle);
    }

    /** Has the bell rung once the transaction that the thread is in has committed. */
    void signalAfterCommit(JobType due) {
        ActiveTransaction mine = current.get();
        if (mine == null) throw new IllegalStateException("only within a transaction");
        mine.dueJobs.add(due);
    }

    /** Is this thread in a transaction? */
    public boolean isInTransaction() {
        return current.get() != null;
    }

    private <T> T runNew(Runnable takeTurn, Function<Handle, T> writes) {
        CommitResult<T> commitResult = runQueued(takeTurn, writes);
        if (!commitResult.dueJobs().isEmpty()) dueJobSignal.notifyListeners(commitResult.dueJobs());
        return commitResult.result();
    }

    private <T> CommitResult<T> runQueued(Runnable takeTurn, Function<Handle, T> writes) {
        takeTurn.run();
        try {
            return jdbi.inTransaction(handle -> runBound(handle, () -> writes.apply(handle)));
        } finally {
            writeQueue.release();
        }
    }

    private <T> CommitResult<T> runBound(Handle handle, Supplier<T> writes) {
        ActiveTransaction mine = new ActiveTransaction(handle);
        current.set(mine);
        try {
            T answer = writes.get();
            if (mine.failed)
                throw new IllegalStateException("a part of this transaction failed and nobody was told: rolled back");
            return new CommitResult<>(answer, mine.dueJobs);
        } finally {
            current.remove();
        }
    }

    /** A part that fails takes the whole with it, even where the caller goes on. */
    private static <T> T runJoined(ActiveTransaction outer, Function<Handle, T> writes) {
        boolean done = false;
        try {
            T answer = writes.apply(outer.handle);
            done = true;
            return answer;
        } finally {
            if (!done) outer.failed = true;
        }
    }

    private record CommitResult<T>(T result, Set<JobType> dueJobs) {}

    /** The transaction that a thread is in. */
    private static final class ActiveTransaction {
        private final Handle handle;
        private final Set<JobType> dueJobs = EnumSet.noneOf(JobType.class);
        private boolean failed;

        private ActiveTransaction(Handle handle) {
            this.handle = handle;
        }
    }
}
