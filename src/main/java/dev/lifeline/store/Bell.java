package dev.lifeline.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know that something became due? Rung after the commit; where nobody listens, nothing happens. */
final class Bell {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void silence(Runnable listener) {
        listeners.remove(listener);
    }

    void ring() {
        listeners.forEach(Runnable::run);
    }
}
