package dev.lifeline.store;

import dev.lifeline.rescue.Atomically;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which transaction is this thread in? Everything that is read or written meanwhile belongs to it. */
final class Transactions implements Atomically {

    private final Jdbi jdbi;
    private final Turns turns;
    private final Bell bell;

    // not static: what a thread does in one database is not in a transaction of another
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

    Transactions(Jdbi jdbi, Turns turns, Bell bell) {
        this.jdbi = jdbi;
        this.turns = turns;
        this.bell = bell;
    }

    @Override
    public void run(Runnable writes) {
        write(handle -> writes.run());
    }

    /** Writes, in the transaction that the thread is in, or else in one of its own. */
    void write(Consumer<Handle> writes) {
        answer(handle -> {
            writes.accept(handle);
            return true;
        });
    }

    /** Writes and answers, in the transaction that the thread is in, or else in one of its own. */
    <T> T answer(Function<Handle, T> writes) {
        return answer(turns::take, writes);
    }

    /** The same, before others who wait for their turn. */
    <T> T answerFirst(Function<Handle, T> writes) {
        return answer(turns::takeUrgently, writes);
    }

    private <T> T answer(Runnable takeTurn, Function<Handle, T> writes) {
        Open outer = open.get();
        return outer == null ? alone(takeTurn, writes) : joined(outer, writes);
    }

    /** Reads, in the transaction that the thread is in, or else without one: a read alone takes no lock. */
    <T> T read(Function<Handle, T> reads) {
        Open outer = open.get();
        return outer == null ? jdbi.withHandle(reads::apply) : reads.apply(outer.handle);
    }

    /** Has the bell rung once the transaction that the thread is in has committed. */
    void ringAfterwards(Errand due) {
        Open mine = open.get();
        if (mine == null) throw new IllegalStateException("only within a transaction");
        mine.rings.add(due);
    }

    /** Is this thread in a transaction? */
    boolean within() {
        return open.get() != null;
    }

    private <T> T alone(Runnable takeTurn, Function<Handle, T> writes) {
        Work<T> work = inTurn(takeTurn, writes);
        if (!work.rings().isEmpty()) bell.ring(work.rings());
        return work.answer();
    }

    private <T> Work<T> inTurn(Runnable takeTurn, Function<Handle, T> writes) {
        takeTurn.run();
        try {
            return jdbi.inTransaction(handle -> bound(handle, () -> writes.apply(handle)));
        } finally {
            turns.give();
        }
    }

    private <T> Work<T> bound(Handle handle, Supplier<T> writes) {
        Open mine = new Open(handle);
        open.set(mine);
        try {
            T answer = writes.get();
            if (mine.failed)
                throw new IllegalStateException("a part of this transaction failed and nobody was told: rolled back");
            return new Work<>(answer, mine.rings);
        } finally {
            open.remove();
        }
    }

    /** A part that fails takes the whole with it, even where the caller goes on. */
    private static <T> T joined(Open outer, Function<Handle, T> writes) {
        boolean done = false;
        try {
            T answer = writes.apply(outer.handle);
            done = true;
            return answer;
        } finally {
            if (!done) outer.failed = true;
        }
    }

    private record Work<T>(T answer, Set<Errand> rings) {}

    /** The transaction that a thread is in. */
    private static final class Open {
        private final Handle handle;
        private final Set<Errand> rings = EnumSet.noneOf(Errand.class);
        private boolean failed;

        private Open(Handle handle) {
            this.handle = handle;
        }
    }
}
