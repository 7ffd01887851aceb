package dev.lifeline.store.database;

import dev.lifeline.rescue.TransactionRunner;
import dev.lifeline.transport.OutsideCalls;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Runs database transactions, each bound to the thread that runs it: reads and writes of that thread join it, also through other ports.
 * Any exception or error rolls back the outermost transaction. While one runs, {@link OutsideCalls} are refused. Thread-safe.
 */
public final class Transactions implements TransactionRunner {

    private final Jdbi jdbi;
    private final WriteQueue writeQueue;
    private final DueJobSignal dueJobSignal;

    // not static: a thread may be in a transaction of one database and use another
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

    /** Writes in the thread's transaction, or in a new one where there is none. */
    public void write(Consumer<Handle> writes) {
        inTransaction(handle -> {
            writes.accept(handle);
            return true;
        });
    }

    /** Writes in the thread's transaction, or in a new one where there is none, and returns the result. */
    public <T> T inTransaction(Function<Handle, T> writes) {
        return inTransaction(writeQueue::acquire, writes);
    }

    /** Same as {@link #inTransaction}, but a new transaction goes before waiting ones that are not urgent. */
    public <T> T inUrgentTransaction(Function<Handle, T> writes) {
        return inTransaction(writeQueue::acquireUrgent, writes);
    }

    private <T> T inTransaction(Runnable acquire, Function<Handle, T> writes) {
        ActiveTransaction outer = current.get();
        return outer == null ? runNew(acquire, writes) : runJoined(outer, writes);
    }

    /** Reads in the thread's transaction, or without one where there is none, and then without waiting for writers. */
    public <T> T read(Function<Handle, T> reads) {
        ActiveTransaction outer = current.get();
        return outer == null ? jdbi.withHandle(reads::apply) : reads.apply(outer.handle);
    }

    /**
     * Signals once the thread's transaction has committed that jobs of a type are due.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void signalAfterCommit(JobType due) {
        ActiveTransaction active = current.get();
        if (active == null) throw new IllegalStateException("only within a transaction");
        active.dueJobs.add(due);
    }

    /** Whether the thread is in a transaction. */
    public boolean isInTransaction() {
        return current.get() != null;
    }

    private <T> T runNew(Runnable acquire, Function<Handle, T> writes) {
        CommitResult<T> commitResult = runQueued(acquire, writes);
        if (!commitResult.dueJobs().isEmpty()) dueJobSignal.notifyListeners(commitResult.dueJobs());
        return commitResult.result();
    }

    private <T> CommitResult<T> runQueued(Runnable acquire, Function<Handle, T> writes) {
        acquire.run();
        try {
            return jdbi.inTransaction(handle -> runBound(handle, () -> writes.apply(handle)));
        } finally {
            writeQueue.release();
        }
    }

    private <T> CommitResult<T> runBound(Handle handle, Supplier<T> writes) {
        ActiveTransaction active = new ActiveTransaction(handle);
        current.set(active);
        OutsideCalls.forbid();
        try {
            T result = writes.get();
            if (active.failed)
                throw new IllegalStateException("rolled back: a joined part failed, and its exception was swallowed");
            return new CommitResult<>(result, active.dueJobs);
        } finally {
            OutsideCalls.allow();
            current.remove();
        }
    }

    /** Runs a part of the outer transaction. When it throws, the outer transaction is rolled back even if the exception is caught. */
    private static <T> T runJoined(ActiveTransaction outer, Function<Handle, T> writes) {
        boolean done = false;
        try {
            T result = writes.apply(outer.handle);
            done = true;
            return result;
        } finally {
            if (!done) outer.failed = true;
        }
    }

    private record CommitResult<T>(T result, Set<JobType> dueJobs) {}

    /** The transaction of a thread. Confined to that thread. */
    private static final class ActiveTransaction {
        private final Handle handle;
        private final Set<JobType> dueJobs = EnumSet.noneOf(JobType.class);
        private boolean failed;

        private ActiveTransaction(Handle handle) {
            this.handle = handle;
        }
    }
}
