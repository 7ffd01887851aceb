package dev.lifeline.store.database;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn is it to write? SQLite lets one write at a time and has the others of a process sleep and try again, for longer each
 * time; here they queue instead. What a person waits for goes first, though only so often in a row while others queue. Other processes
 * on the same file still wait SQLite's way.
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

    /** For a database where many may write at once. */
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

    private void onAcquired(boolean urgently) {
        held = true;
        consecutiveUrgent = urgently ? consecutiveUrgent + 1 : 0;
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
