package dev.lifeline.store.database;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know that something became due? Rung after the commit; where nobody listens, nothing happens. */
public final class DueJobSignal {

    private final List<Consumer<Set<JobType>>> listeners = new CopyOnWriteArrayList<>();

    /** Has a listener told what became due. */
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
