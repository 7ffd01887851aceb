package dev.lifeline.store.database;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lock with two priorities in front of SQLite's single writer. SQLite lets concurrent writers sleep and retry with growing pauses; here
 * those of one process queue instead, each priority in the order of arrival. Urgent writers go first, but at most four in a row while
 * others wait. Writers of other processes on the same file are not queued. Not reentrant; thread-safe; waits are uninterruptible and
 * without time-out.
 */
final class WriteQueue {

    private static final int MAX_CONSECUTIVE_URGENT = 4;

    private final boolean serialized;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Queue<Waiter> urgentWaiters = new ArrayDeque<>();
    private final Queue<Waiter> normalWaiters = new ArrayDeque<>();
    private boolean held;
    private int consecutiveUrgent;

    private WriteQueue(boolean serialized) {
        this.serialized = serialized;
    }

    static WriteQueue serialized() {
        return new WriteQueue(true);
    }

    /** A queue that lets everybody pass, for a database with concurrent writers. */
    static WriteQueue unrestricted() {
        return new WriteQueue(false);
    }

    /** A thread that waits. Guarded by {@code mutex}. */
    private static final class Waiter {
        private final Condition condition;
        private boolean granted;

        private Waiter(Condition condition) {
            this.condition = condition;
        }
    }

    void acquire() {
        acquire(normalWaiters);
    }

    void acquireUrgent() {
        acquire(urgentWaiters);
    }

    private void acquire(Queue<Waiter> waiters) {
        if (!serialized) return;
        mutex.lock();
        try {
            if (held) awaitGrant(waiters);
            else grant(waiters);
        } finally {
            mutex.unlock();
        }
    }

    private void awaitGrant(Queue<Waiter> waiters) {
        Waiter waiter = new Waiter(mutex.newCondition());
        waiters.add(waiter);
        while (!waiter.granted) waiter.condition.awaitUninterruptibly();
    }

    private void grant(Queue<Waiter> waiters) {
        held = true;
        consecutiveUrgent = waiters == urgentWaiters ? consecutiveUrgent + 1 : 0;
    }

    /** Hands over to the next that waits, so that a writer who comes just now does not go before it. */
    void release() {
        if (!serialized) return;
        mutex.lock();
        try {
            held = false;
            Queue<Waiter> next = isUrgentNext() ? urgentWaiters : normalWaiters;
            Waiter waiter = next.poll();
            if (waiter == null) return;
            grant(next);
            waiter.granted = true;
            waiter.condition.signal();
        } finally {
            mutex.unlock();
        }
    }

    private boolean isUrgentNext() {
        return !urgentWaiters.isEmpty() && (normalWaiters.isEmpty() || consecutiveUrgent < MAX_CONSECUTIVE_URGENT);
    }
}
