package dev.lifeline.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn is it to write? SQLite lets one write at a time and has the others of a process sleep and try again, for longer each
 * time; here they queue instead. What a person waits for goes first, though only so often in a row while others queue. Other processes
 * on the same file still wait SQLite's way.
 */
final class Turns {

    private static final int URGENT_IN_A_ROW = 4;

    private final boolean oneAtATime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forUrgent = lock.newCondition();
    private final Condition forOthers = lock.newCondition();
    private boolean taken;
    private int urgentInARow;
    private int urgent;
    private int others;

    private Turns(boolean oneAtATime) {
        this.oneAtATime = oneAtATime;
    }

    static Turns oneAtATime() {
        return new Turns(true);
    }

    /** For a database where many may write at once. */
    static Turns notNeeded() {
        return new Turns(false);
    }

    void take() {
        if (!oneAtATime) return;
        lock.lock();
        try {
            others++;
            while (taken || (urgent > 0 && !othersAreDue())) forOthers.awaitUninterruptibly();
            others--;
            begin(false);
        } finally {
            lock.unlock();
        }
    }

    void takeUrgently() {
        if (!oneAtATime) return;
        lock.lock();
        try {
            urgent++;
            while (taken || (others > 0 && othersAreDue())) forUrgent.awaitUninterruptibly();
            urgent--;
            begin(true);
        } finally {
            lock.unlock();
        }
    }

    private void begin(boolean urgently) {
        taken = true;
        urgentInARow = urgently ? urgentInARow + 1 : 0;
    }

    private boolean othersAreDue() {
        return urgentInARow >= URGENT_IN_A_ROW;
    }

    void give() {
        if (!oneAtATime) return;
        lock.lock();
        try {
            taken = false;
            boolean urgentNext = urgent > 0 && (others == 0 || !othersAreDue());
            (urgentNext ? forUrgent : forOthers).signal();
        } finally {
            lock.unlock();
        }
    }
}
