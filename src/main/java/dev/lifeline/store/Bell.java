package dev.lifeline.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know that something became due? Rung after the commit; where nobody listens, nothing happens. */
final class Bell {

    private final List<Consumer<Set<Errand>>> listeners = new CopyOnWriteArrayList<>();

    /** Has a listener told what became due. */
    void listen(Consumer<Set<Errand>> listener) {
        listeners.add(listener);
    }

    void silence(Consumer<Set<Errand>> listener) {
        listeners.remove(listener);
    }

    void ring(Set<Errand> due) {
        listeners.forEach(listener -> listener.accept(due));
    }
}
