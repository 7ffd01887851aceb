package dev.lifeline.classic;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;

/** Has an order left? From the first byte of its headers on, nobody can say that it did not arrive. */
final class Departure extends EventListener {

    private final AtomicBoolean passed = new AtomicBoolean();
    private volatile boolean begun;

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    /** True for the first who asks, false for everyone after. */
    boolean firstPassage() {
        return passed.compareAndSet(false, true);
    }
}
