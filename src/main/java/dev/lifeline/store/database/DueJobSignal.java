package dev.lifeline.store.database;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Notifies the job engine of this process, after a commit, that jobs became due, so that it does not wait for its next poll.
 * Thread-safe.
 */
public final class DueJobSignal {

    private final List<Consumer<Set<JobType>>> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener, called on the thread that committed, with the types of the due jobs. */
    public void addListener(Consumer<Set<JobType>> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Set<JobType>> listener) {
        listeners.remove(listener);
    }

    void notifyListeners(Set<JobType> due) {
        listeners.forEach(listener -> listener.accept(due));
    }
}
