package dev.lifeline.store.database;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lock with two priorities in front of SQLite's single writer. SQLite lets concurrent writers sleep and retry with growing pauses; here
 * those of one process queue instead. Urgent writers go first, but at most four in a row while others wait. Writers of other processes
 * on the same file are not queued. Not reentrant; thread-safe; waits are uninterruptible and without time-out.
 */
final class WriteQueue {

    private static final int MAX_CONSECUTIVE_URGENT = 4;

    private final boolean serialized;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition urgentCondition = mutex.newCondition();
    private final Condition normalCondition = mutex.newCondition();
    private boolean held;
    private int consecutiveUrgent;
    private int waitingUrgent;
    private int waitingNormal;

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

    void acquire() {
        if (!serialized) return;
        mutex.lock();
        try {
            waitingNormal++;
            while (held || (waitingUrgent > 0 && !isNormalDue())) normalCondition.awaitUninterruptibly();
            waitingNormal--;
            onAcquired(false);
        } finally {
            mutex.unlock();
        }
    }

    void acquireUrgent() {
        if (!serialized) return;
        mutex.lock();
        try {
            waitingUrgent++;
            while (held || (waitingNormal > 0 && isNormalDue())) urgentCondition.awaitUninterruptibly();
            waitingUrgent--;
            onAcquired(true);
        } finally {
            mutex.unlock();
        }
    }

    private void onAcquired(boolean urgent) {
        held = true;
        consecutiveUrgent = urgent ? consecutiveUrgent + 1 : 0;
    }

    private boolean isNormalDue() {
        return consecutiveUrgent >= MAX_CONSECUTIVE_URGENT;
    }

    void release() {
        if (!serialized) return;
        mutex.lock();
        try {
            held = false;
            boolean urgentNext = waitingUrgent > 0 && (waitingNormal == 0 || !isNormalDue());
            (urgentNext ? urgentCondition : normalCondition).signal();
        } finally {
            mutex.unlock();
        }
    }
}
