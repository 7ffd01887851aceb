package dev.lifeline.store.database;

import dev.lifeline.rescue.TransactionRunner;
import dev.lifeline.transport.OutsideCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

    /** An acknowledgement waits for two such commits at most, and says within two seconds that the database is busy. */
    static final Duration MAX_URGENT_WAIT = Duration.ofMillis(900);

    private final Jdbi jdbi;
    private final WriteQueue writeQueue;
    private final DueJobSignal dueJobSignal;
    private final Dialect dialect;
    private final GroupCommit<Supplier<?>, Object> groupCommit;

    // not static: a thread may be in a transaction of one database and use another
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable ActiveTransaction> current = new ThreadLocal<>();

    /** @param committer runs the transactions that are committed in groups */
    public Transactions(
            Jdbi jdbi, Dialect dialect, WriteQueue writeQueue, DueJobSignal dueJobSignal, Committer committer) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.writeQueue = writeQueue;
        this.dueJobSignal = dueJobSignal;
        this.groupCommit = new GroupCommit<>(this::runGroup, committer);
    }

    /** Joins the group of those that wait for a commit. The writes run on the thread that commits, again where another of the group fails. */
    @Override
    public void run(Runnable writes) {
        inGroup(() -> {
            write(handle -> writes.run());
            return true;
        });
    }

    /** Writes in the thread's transaction, or in one that is shared with others that wait for a commit, and returns the result. */
    public <T> T inGroup(Supplier<T> writes) {
        return isInTransaction() ? writes.get() : unwrapped(() -> groupCommit.add(writes));
    }

    /**
     * Same as {@link #inGroup}, but the commit begins at once.
     *
     * @throws BusyDatabaseException when it is not committed in 0.9 s; it may still be where its commit has begun
     */
    public <T> T inUrgentGroup(Supplier<T> writes) {
        return isInTransaction() ? writes.get() : unwrapped(() -> groupCommit.addUrgent(writes, MAX_URGENT_WAIT));
    }

    /**
     * Writes in the transaction of what is written next, also by this thread, which is in none now. Does not wait: what is returned does,
     * for 0.9 s from now at most.
     *
     * @throws BusyDatabaseException when too much waits
     */
    public <T> Pending<T> prepareInGroup(Supplier<T> writes) {
        refuseInTransaction();
        Pending<Object> pending = groupCommit.prepare(writes, MAX_URGENT_WAIT);
        return () -> unwrapped(pending::get);
    }

    /**
     * Writes soon, in a transaction that is shared with others. Does not wait, and nothing tells where that fails.
     *
     * @throws BusyDatabaseException when too much waits
     */
    public void inGroupLater(Supplier<?> writes) {
        refuseInTransaction();
        groupCommit.addLater(writes);
    }

    private void refuseInTransaction() {
        if (isInTransaction()) throw new IllegalStateException("only outside of a transaction");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the result is that of the writes
    private static <T> T unwrapped(Supplier<Object> groupCommit) {
        try {
            return (T) groupCommit.get();
        } catch (IllegalStateException e) {
            if (e instanceof BusyDatabaseException || e.getCause() == null) throw e;
            throw Transactions.<RuntimeException>unchecked(e.getCause());
        }
    }

    /** Passes on whatever the writes threw, checked or not. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private List<Object> runGroup(List<Supplier<?>> group) {
        return inUrgentTransaction(handle -> {
            if (group.size() > 1) dialect.limitLockWaits(handle);
            List<Object> results = new ArrayList<>();
            for (Supplier<?> writes : group) results.add(writes.get());
            return results;
        });
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
        active().dueJobs.add(due);
    }

    /**
     * Runs an action once the thread's transaction has committed, or where it is not known whether it has; not where it is rolled back.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void afterCommit(Runnable action) {
        active().afterCommit.add(action);
    }

    /**
     * Runs an action once the thread's transaction has committed; not where that is not known.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void onceCommitted(Runnable action) {
        active().onceCommitted.add(action);
    }

    private ActiveTransaction active() {
        ActiveTransaction active = current.get();
        if (active == null) throw new IllegalStateException("only within a transaction");
        return active;
    }

    /** Whether the thread is in a transaction. */
    public boolean isInTransaction() {
        return current.get() != null;
    }

    private <T> T runNew(Runnable acquire, Function<Handle, T> writes) {
        Outcome outcome = new Outcome();
        try {
            T result = runQueued(acquire, handle -> runBound(handle, outcome, () -> writes.apply(handle)));
            outcome.ready.ifPresent(committed -> committed.onceCommitted.forEach(Runnable::run));
            return result;
        } finally {
            outcome.ready.ifPresent(this::runAfterCommit);
        }
    }

    private void runAfterCommit(ActiveTransaction committed) {
        if (!committed.dueJobs.isEmpty()) dueJobSignal.notifyListeners(committed.dueJobs);
        committed.afterCommit.forEach(Runnable::run);
    }

    private <T> T runQueued(Runnable acquire, Function<Handle, T> writes) {
        acquire.run();
        try {
            return jdbi.inTransaction(writes::apply);
        } finally {
            writeQueue.release();
        }
    }

    private <T> T runBound(Handle handle, Outcome outcome, Supplier<T> writes) {
        ActiveTransaction active = new ActiveTransaction(handle);
        current.set(active);
        OutsideCalls.forbid();
        try {
            T result = writes.get();
            if (active.failed)
                throw new IllegalStateException("rolled back: a joined part failed, and its exception was swallowed");
            outcome.ready = Optional.of(active);
            return result;
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

    /** The transaction that was ready to be committed. Where the commit failed, it may have been committed all the same. */
    private static final class Outcome {
        private Optional<ActiveTransaction> ready = Optional.empty();
    }

    /** The transaction of a thread. Confined to that thread. */
    private static final class ActiveTransaction {
        private final Handle handle;
        private final Set<JobType> dueJobs = EnumSet.noneOf(JobType.class);
        private final List<Runnable> afterCommit = new ArrayList<>();
        private final List<Runnable> onceCommitted = new ArrayList<>();
        private boolean failed;

        private ActiveTransaction(Handle handle) {
            this.handle = handle;
        }
    }
}
